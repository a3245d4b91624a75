/** The folder of the built pages. */
export const pages: URL = new URL('../dist/', import.meta.url);

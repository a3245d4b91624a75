/** What only the benchmark makes: clients, consumers and their bundles. Ignored by git, made anew in every run. */
export const generatedFolder: URL = new URL('.generated/', import.meta.url);

/** The package as it is built and published. */
export const packageEntry: URL = new URL(import.meta.resolve('@docspace-oauth/api'));

/** The URL; undefined if it is none. URL.canParse is newer than the URL of jsdom and of some browsers. */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

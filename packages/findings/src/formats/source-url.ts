import type { Rule } from '../report.ts';

/** Where a rule comes from, if it is an address on the web. */
export function sourceUrl({ source }: Rule): string | undefined {
  if (!source || !URL.canParse(source.url)) return undefined;
  const { href, protocol } = new URL(source.url);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  // The URLs of browsers may hold characters that the URIs of RFC 3986 do not have.
  return href.replaceAll(/%(?![\da-f]{2})|(?<=#.*)#|[^\w\-.~:/?#@!$&'()*+,;=%]/giu, encodeURIComponent);
}

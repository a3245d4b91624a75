import type { Rule } from '../report.ts';

/** Where a rule comes from, if it is an address on the web. */
export function sourceUrl({ source }: Rule): string | undefined {
  if (!source || !URL.canParse(source.url)) return undefined;
  const { href, protocol } = new URL(source.url);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

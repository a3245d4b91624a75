import { hostOf } from './host.ts';
import { registrableDomain } from './registrable-domain.ts';
import { parse } from './uri.ts';

/** What the consent screen calls the pages that it links to. */
export const linkNames = {
  website_url: 'website',
  terms_url: 'terms of service',
  policy_url: 'privacy policy',
} as const;

export interface Link {
  /** In lower case; undefined if the link has none, as older records have. */
  readonly scheme: string | undefined;
  /** Undefined if the link leads to no host that anyone could have registered. */
  readonly domain: string | undefined;
  /** Whether it can be followed. Without a scheme it needs a domain: `n/a` is no address. */
  readonly followable: boolean;
}

/** Reads a link of a consent screen. A scheme may be missing: `www.example.com/terms` counts as https. */
export function readLink(text: string): Link {
  const trimmed = text.trim();
  const port = /^[^/?#:]+:\d+(?:[/?#]|$)/u.test(trimmed);
  const scheme = port ? undefined : /^([a-z][a-z0-9+.-]*):/iu.exec(trimmed)?.[1]?.toLowerCase();
  const url = parse(scheme === undefined ? `https://${trimmed}` : trimmed);
  const web = url?.protocol === 'https:' || url?.protocol === 'http:';
  const domain = url && web ? registrableDomain(hostOf(url)) : undefined;
  return { scheme, domain, followable: scheme === undefined ? domain !== undefined : url !== undefined };
}

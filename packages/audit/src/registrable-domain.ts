import { getDomain } from 'tldts';
import { isAddress, isLocalhost, isPrivate } from './host.ts';

/**
 * The domain that somebody has registered, by the public suffix list: `example.co.uk` for `login.example.co.uk`. Names below
 * a hoster's domain belong to its customers, so `a.github.io` and `b.github.io` are two. Undefined for an address, for this
 * machine and for a name that only one network knows.
 *
 * This file is the only one that imports the list, which is most of this package's size.
 */
export function registrableDomain(host: string): string | undefined {
  if (isAddress(host) || isLocalhost(host) || isPrivate(host)) return undefined;
  // A public suffix by itself has no registrable domain: its owner is the one who has it.
  return getDomain(host, { allowPrivateDomains: true, validateHostname: false }) ?? host;
}

import ipaddr from 'ipaddr.js';

/** Ranges of addresses that mean something else in every network, in the words of ipaddr.js. */
const privateRanges = new Set([
  'private',
  'linkLocal',
  'uniqueLocal',
  'deprecatedSiteLocal',
  'carrierGradeNat',
  'unspecified',
]);

/** Top-level names that are set aside for networks of one's own: RFC 6762, RFC 8375, and ICANN's `.internal`. */
const privateNames = ['.local', '.internal', '.home.arpa'];

/** A URL has turned every form of an IPv4 address into four decimals, and names have no colon. */
const address = /:|^\d+\.\d+\.\d+\.\d+$/u;

/** The range of an IP address, or undefined for a name. An IPv4 address written as IPv6 counts as IPv4. */
function rangeOf(host: string): string | undefined {
  // The library throws an error inside for each name, which is slow for thousands of them.
  return address.test(host) && ipaddr.isValid(host) ? ipaddr.process(host).range() : undefined;
}

/** Whether a host, as `hostOf` gives it, is an IP address. */
export function isAddress(host: string): boolean {
  return rangeOf(host) !== undefined;
}

/** Whether a name is one of this machine: `localhost`, or a name below it. */
export function isLocalhost(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost');
}

/** Whether a host is this machine, by name or by address. */
export function isLoopback(host: string): boolean {
  return isLocalhost(host) || rangeOf(host) === 'loopback';
}

/** Whether a host can be reached, or is the same host, only within one network. */
export function isPrivate(host: string): boolean {
  const range = rangeOf(host);
  if (range !== undefined) return privateRanges.has(range);
  if (isLocalhost(host)) return false;
  return !host.includes('.') || privateNames.some((name) => host.endsWith(name));
}

/** The host of a parsed URL as the other functions take it: without a final dot and without brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/\.$/u, '').replace(/^\[(.*)\]$/u, '$1');
}

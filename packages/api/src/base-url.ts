import { invalidInput } from './error.ts';

const ipv4Loopback = /^127(?:\.(?:\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])){3}$/;

/** The one loopback rule: `localhost` and its subdomains, 127.0.0.0/8, and `::1` with or without brackets. */
export function isLoopback(hostname: string): boolean {
  const name = hostname.toLowerCase();
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '::1' ||
    name === '[::1]' ||
    ipv4Loopback.test(name)
  );
}

/**
 * The one rule for the address of a portal. With `sendsKey` it refuses `http:` to other machines. The error never repeats
 * the value: what is not a URL may be anything, such as a key that was pasted into the wrong setting.
 */
export function checkBaseUrl(input: unknown, sendsKey: boolean): URL {
  const text = String(input).trim();
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const hint = 'Give the address of the portal, such as https://portal.example.com.';
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw invalidInput('baseUrl is not an http: or https: URL.', hint);
  }
  if (url.username || url.password || url.search || url.hash) {
    throw invalidInput('baseUrl has user information, a query or a fragment.', hint);
  }
  if (sendsKey && url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw invalidInput(
      `The API key would travel unencrypted to ${url.host}.`,
      'Use https:, or set allowInsecure.',
    );
  }
  return url;
}

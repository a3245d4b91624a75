import { isLoopback } from '@docspace-oauth/local-server/loopback';
import { invalidInput } from './error.ts';
import { parseUrl } from './parse-url.ts';

/**
 * The one rule for the address of a portal. With `sendsKey` it refuses `http:` to other machines. The error never repeats
 * the value: what is not a URL may be anything, such as a key that was pasted into the wrong setting.
 */
export function checkBaseUrl(input: unknown, sendsKey: boolean): URL {
  // A URL of any realm has `href`.
  const { href } = Object(input) as { href?: unknown };
  const text = typeof input === 'string' ? input : typeof href === 'string' ? href : '';
  const url = parseUrl(text.trim());
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

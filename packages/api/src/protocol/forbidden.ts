import type { ReceivedReply } from './operations.ts';

/**
 * Why a portal's identity service answers 403 without a body:
 *
 * - `token refused`: the signature is invalid or has expired
 * - `not served`: the path, the method or the media type is not one that it serves, or no signature has arrived
 * - `not reached`: a filter in front of it refuses characters of the path, or its Redis is down
 */
export type EmptyForbidden = 'token refused' | 'not served' | 'not reached';

/**
 * The meaning of an empty 403, which only shows in its headers; undefined for any other response. A script in a browser
 * sees no Set-Cookie, and takes the third case for the first.
 */
export function emptyForbiddenOf({ status, headers, text }: ReceivedReply): EmptyForbidden | undefined {
  if (status !== 403 || text) return undefined;
  if (headers.get('x-ratelimit-remaining')) return 'not served';
  return headers.get('set-cookie') ? 'not reached' : 'token refused';
}

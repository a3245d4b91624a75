import type { IncomingHttpHeaders } from 'node:http';

/** `open` lets any page call; `strict` sends no CORS headers, as a live identity service does. */
export type Cors = 'open' | 'strict';

const ALLOWED = 'Authorization, x-signature, Prefer, Content-Type';
const EXPOSED = 'X-Ratelimit-Remaining, X-Ratelimit-Reset, Retry-After, sl-violations';

/** On every response, so that a page can read failures too. */
export function corsHeaders(cors: Cors, { origin }: IncomingHttpHeaders): Record<string, string> {
  if (cors === 'strict') return {};
  return {
    'Access-Control-Allow-Origin': origin ?? '*',
    // With `*` a browser would refuse a request with the cookie that a page of a portal may have.
    ...(origin !== undefined && { 'Access-Control-Allow-Credentials': 'true', Vary: 'Origin' }),
    'Access-Control-Expose-Headers': EXPOSED,
  };
}

/** The response to a preflight. */
export function preflightHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return {
    ...corsHeaders('open', headers),
    'Access-Control-Allow-Methods': 'GET, PUT, POST, DELETE',
    'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? ALLOWED,
    'Access-Control-Max-Age': '600',
  };
}

export function isPreflight(method: string | undefined, headers: IncomingHttpHeaders): boolean {
  return (
    method === 'OPTIONS' &&
    headers.origin !== undefined &&
    headers['access-control-request-method'] !== undefined
  );
}

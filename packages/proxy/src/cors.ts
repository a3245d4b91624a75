import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';

// What a page may read besides the body, and may send: credentials too, although they are not forwarded.
const EXPOSED = 'X-Ratelimit-Remaining, X-Ratelimit-Reset, Retry-After';
const ACCEPTED = 'Authorization, Content-Type, Prefer, x-signature';

/** Never a wildcard, and no Access-Control-Allow-Credentials: the browser's own credentials are of no use here. */
export function corsHeaders(
  { headers }: IncomingMessage,
  allowOrigins: readonly string[],
): OutgoingHttpHeaders {
  const { origin } = headers;
  if (origin === undefined || !allowOrigins.includes(origin)) return { vary: 'Origin' };
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-expose-headers': EXPOSED,
  };
}

export function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers.origin !== undefined && 'access-control-request-method' in headers;
}

export const preflightHeaders: OutgoingHttpHeaders = {
  'access-control-allow-methods': 'GET',
  'access-control-allow-headers': ACCEPTED,
  'access-control-max-age': '600',
};

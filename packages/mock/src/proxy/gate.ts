import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';

import { HttpProblem } from './http-problem.ts';
import { isLoopback } from './settings.ts';

// What a page may read beside the body, and may send: credentials too, which go no further.
const EXPOSED = 'X-Ratelimit-Remaining, X-Ratelimit-Reset, Retry-After';
const ACCEPTED = 'Authorization, Content-Type, Prefer, x-signature';

/**
 * Refuses a request whose Host is not one of the proxy's own names: a foreign page whose name was rebound to this
 * machine still sends its own name there.
 */
export function checkHost({ headers, socket }: IncomingMessage, host: string): void {
  const { host: asked = '' } = headers;
  const plain = /^[\w.:[\]-]+$/u.test(asked) && URL.canParse(`http://${asked}`);
  const url = plain ? new URL(`http://${asked}`) : undefined;
  const name = url?.hostname.replace(/^\[|\]$/gu, '') ?? '';
  // Where it listens on all addresses, the one that was called is as good as its name. Rebinding needs a name.
  const called = socket.localAddress?.replace(/^::ffff:/u, '');
  const own = isLoopback(name) || name === host.toLowerCase() || name === called;
  if (own && Number(url?.port || 80) === socket.localPort) return;
  throw new HttpProblem(421, 'The Host of the request is not a name of the proxy.');
}

/** Refuses pages that are not allowed: without this their requests would be sent on, even if they cannot read. */
export function checkOrigin({ headers }: IncomingMessage, allowOrigins: readonly string[]): void {
  const { origin } = headers;
  if (origin === undefined) {
    // Images, scripts and links of a page come without an Origin; tools and a browser's address bar send "none" or nothing.
    if (['cross-site', 'same-site'].includes(String(headers['sec-fetch-site']))) {
      throw new HttpProblem(403, 'A page may call the proxy only by a CORS request from an allowed origin.');
    }
  } else if (!allowOrigins.includes(origin)) {
    const genuine = URL.canParse(origin) && new URL(origin).origin === origin && origin.length <= 100;
    const cure = genuine ? `: start the proxy with --allow-origin ${origin}` : '';
    throw new HttpProblem(403, `The origin of the page is not allowed${cure}.`);
  }
}

/** Never a wildcard, and no Access-Control-Allow-Credentials: a browser's own credentials are of no use here. */
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

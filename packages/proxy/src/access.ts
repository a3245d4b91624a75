import type { IncomingMessage } from 'node:http';

import { tokenPath } from '@docspace-oauth/api/transport';
import { checkHost, isForeignPage } from '@docspace-oauth/local-server';

import { HttpProblem } from './http-problem.ts';
import { forwarded, matchOperation, type Match } from './routing.ts';

/** Who may call: programs on this machine, and the pages of the allowed origins. */
export interface Access {
  /** Where the proxy listens. */
  readonly host: string;
  readonly allowOrigins: readonly string[];
}

/** Refuses a request that is meant for another server. */
export function checkHostOf(request: IncomingMessage, { host }: Access): void {
  if (!checkHost(request, host)) {
    throw new HttpProblem(421, 'The Host of the request is not a name of the proxy.');
  }
}

/**
 * Refuses a request of a page that is not allowed: without this it would be sent to the portal even if the page could
 * not read the response.
 */
export function checkCaller(request: IncomingMessage, { allowOrigins }: Access): void {
  if (!isForeignPage(request.headers, allowOrigins)) return;
  const { origin } = request.headers;
  if (origin === undefined) {
    throw new HttpProblem(403, 'A page may call the proxy only by a CORS request from an allowed origin.');
  }
  const genuine = URL.canParse(origin) && new URL(origin).origin === origin && origin.length <= 100;
  const cure = genuine ? `: start the proxy with --allow-origin ${origin}` : '';
  throw new HttpProblem(403, `The origin of the page is not allowed${cure}.`);
}

/** The operation that a request asks for. Refuses everything but a GET of one of them without a body. */
export function checkOperation(request: IncomingMessage): Match {
  const match = matchOperation(request.url ?? '');
  if (match === undefined) {
    if (pathOf(request) === tokenPath) {
      // The route exists and is closed: this is how a client tells a portal from a server of the guide's dialect.
      throw new HttpProblem(
        403,
        'The proxy exchanges the API key itself and gives no token away: send no credential.',
      );
    }
    const paths = forwarded.map(({ path }) => path).join(', ');
    throw new HttpProblem(404, `The proxy forwards only GET of ${paths}.`);
  }
  if (request.method !== 'GET') {
    throw new HttpProblem(405, 'The proxy forwards only GET.', { allow: 'GET, OPTIONS' });
  }
  if (hasBody(request)) throw new HttpProblem(413, 'The proxy takes no request body.');
  return match;
}

export function hasBody({ headers }: IncomingMessage): boolean {
  return Number(headers['content-length'] ?? 0) > 0 || headers['transfer-encoding'] !== undefined;
}

export function pathOf({ url = '' }: IncomingMessage): string {
  return url.replace(/\?.*/su, '');
}

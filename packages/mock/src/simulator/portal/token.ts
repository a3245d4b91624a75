import { failure, success, type Answer } from '../answer.ts';
import { Body } from '../body.ts';
import type { Operation } from '../contract.ts';
import type { Exchange } from '../exchange.ts';
import type { RequestHeaders } from '../request.ts';
import type { HeaderList } from '../response.ts';
import { isPreflight } from './preflight.ts';

export const TOKEN_OPERATION = 'generateJwtToken';

/** Every answer of the portal's .NET part has it, failures too. */
export const SERVER_TIMING: HeaderList[number] = ['Server-Timing', 'aspnetcore-request-time;dur=12'];

/** The token endpoint, which is not part of the identity service: other headers, other failures, and CORS for everyone. */
export function answerToken(exchange: Exchange, operation: Operation): Answer {
  const answer = exchange.method === 'GET' ? exchangeKey(exchange, operation) : otherMethod(exchange);
  return { ...answer, headers: [...answer.headers, ...corsHeaders(exchange.headers)] };
}

function exchangeKey({ credentials, headers, path, root }: Exchange, operation: Operation): Answer {
  const { key, token } = credentials;
  const fail = (status: number, slug?: string): Answer =>
    failure(operation, status, slug, path, [SERVER_TIMING]);
  // A page without an origin, such as a file, makes a self-hosted portal stumble.
  if (headers['origin'] === 'null') return fail(500);
  if (key === undefined || key === 'expired') return fail(401);
  if (token === undefined) return fail(403, 'missing-scope');
  const body = new Body('application/json; charset=utf-8', {
    response: token,
    count: 1,
    links: [{ href: `${root}${path}`, action: 'GET' }],
    status: 0,
    statusCode: 200,
  });
  return success(operation, body, [SERVER_TIMING]);
}

function otherMethod({ method, headers }: Exchange): Answer {
  if (method === 'OPTIONS' && isPreflight(headers)) {
    const granted = [
      ['Access-Control-Allow-Methods', headers['access-control-request-method'] ?? 'GET'],
      ['Access-Control-Allow-Headers', headers['access-control-request-headers'] ?? ''],
    ] as const;
    const asked = granted.filter(([, value]) => value !== '');
    return { status: 204, headers: [SERVER_TIMING, ...asked], body: undefined, undeclared: true };
  }
  return { status: 405, headers: [['Allow', 'GET'], SERVER_TIMING], body: undefined, undeclared: true };
}

/** Any page may read every answer of this endpoint, failures too. */
export function corsHeaders(headers: RequestHeaders): HeaderList {
  return headers['origin'] === undefined ? [] : [['Access-Control-Allow-Origin', '*']];
}

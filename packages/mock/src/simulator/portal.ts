import { failure, success, type Answer } from './answer.ts';
import { Body } from './body.ts';
import type { Caller } from './callers.ts';
import type { RequestContext } from './context.ts';
import type { Operation } from './contract.ts';
import type { DialectRules } from './dialect-rules.ts';
import { instantKey } from './instant.ts';
import type { Json } from './json.ts';
import { MINUTE_MS, SECOND_MS } from './limits.ts';
import type { ParameterViolation } from './parameters.ts';
import type { StoredClient } from './seed.ts';

const TOKEN_OPERATION = 'generateJwtToken';
const DEFAULT_LIMIT = 30;
const NANOSECONDS_PER_MS = 1_000_000;

/** The portal's dialect: a signature instead of the API key, bare records, lists in pages. */
export const portal: DialectRules = {
  // The newer prefix: the web server in front of the service takes it away.
  contractPath: (path) => path.replace(/^\/api\/2\.0\/oauth2\/clients(?=\/|$)/u, '/api/2.0/clients'),
  hasCredential: ({ id }, { key, signature }) =>
    id === TOKEN_OPERATION ? key !== undefined : signature !== 'none',
  answer,
  // A portal refuses what it does not serve, and does not say why.
  refuse: () => ({ status: 403, headers: [], body: undefined }),
  fail: (operation, status, path) =>
    status === 429 ? tooManyRequests(operation, path, 'user-limit') : failure(operation, status, '', path),
  single: (record) => record,
};

function answer(context: RequestContext): Answer {
  const { operation, path, credentials, violations } = context;
  if (operation.id === TOKEN_OPERATION) return exchange(context);
  const { signature } = credentials;
  const fail = (status: number, slug: string): Answer => failure(operation, status, slug, path);
  // Public information needs no signature, but a wrong one breaks it.
  if (signature === 'invalid' || (signature === 'none' && operation.secured)) return fail(403, 'signature');
  const caller = signature === 'none' ? undefined : signature;
  return (
    limited(context, caller) ??
    // Before the role: a wrong request of a guest is a 400.
    badRequest(operation, violations, path) ??
    (operation.secured && caller ? answerCaller(context, caller) : answerAnyone(context))
  );
}

function exchange({ operation, path, credentials }: RequestContext): Answer {
  const { key, token } = credentials;
  if (key === undefined || key === 'expired') return failure(operation, 401, '', path);
  if (token === undefined) return failure(operation, 403, 'missing-scope', path);
  const envelope = { response: token, count: 1, status: 0, statusCode: 200 };
  return success(operation, new Body('application/json', envelope));
}

function badRequest(
  operation: Operation,
  violations: readonly ParameterViolation[],
  path: string,
): Answer | undefined {
  const [violation] = violations;
  if (violation === undefined) return undefined;
  const { kind, parameter } = violation;
  // What cannot be read at all fails inside of the server.
  if (parameter.in === 'query' && kind !== 'missing' && kind !== 'range') {
    return failure(operation, 500, 'database', path);
  }
  if (kind === 'missing') return failure(operation, 400, `missing-${parameter.name}`, path);
  if (kind === 'range') return failure(operation, 400, `${parameter.name}-out-of-range`, path);
  return failure(operation, 400, kind === 'blank' ? 'blank-id' : 'malformed-request', path);
}

function answerAnyone(context: RequestContext): Answer {
  const client = context.clients.find(context.params['id'] ?? '');
  return client ? single(context, client) : notFound(context);
}

function answerCaller(context: RequestContext, caller: Caller): Answer {
  const { operation, params, path, clients } = context;
  if (caller.role === 'guest') return failure(operation, 403, 'guest', path);
  const { id } = params;
  if (id === undefined) return page(context, caller);
  const client = clients.find(id);
  return client && clients.canSee(caller, client) ? single(context, client) : notFound(context);
}

function single({ operation, clients, limiter, bodyOf }: RequestContext, client: StoredClient): Answer {
  const body = bodyOf(`${operation.id} ${client.id}`, () => clients.shown(client, operation.id, false));
  return success(operation, body, limiter.headers());
}

/** An unknown id, a malformed one and another user's client are the same to a portal. */
function notFound({ operation, path }: RequestContext): Answer {
  return failure(operation, 404, 'unknown-id', path);
}

function page(context: RequestContext, caller: Caller): Answer {
  const { operation, path, query, clients, limiter, bodyOf } = context;
  const limit = Number(query.get('limit') ?? DEFAULT_LIMIT);
  const after = query.get('last_created_on');
  if (after !== null && instantKey(after) === undefined) return failure(operation, 500, 'database', path);
  const key = [operation.id, clients.viewOf(caller), limit, after].join(' ');
  return success(
    operation,
    bodyOf(key, () => pageBody(context, caller, limit, after)),
    limiter.headers(),
  );
}

function pageBody(
  { operation, clients }: RequestContext,
  caller: Caller,
  limit: number,
  after: string | null,
): Json {
  const left = after === null ? clients.visibleTo(caller) : clients.olderThan(caller, after);
  const shown = left.slice(0, limit);
  // Null if nothing follows, also if the page is full.
  const last = left.length > limit ? shown.at(-1)?.record : undefined;
  return {
    data: shown.map((client) => clients.shown(client, operation.id, true)),
    limit,
    last_client_id: last?.['client_id'] ?? null,
    last_created_on: last?.['created_on'] ?? null,
  };
}

function limited(
  { operation, path, limiter }: RequestContext,
  caller: Caller | undefined,
): Answer | undefined {
  const ofServer = limiter.countServer();
  if (ofServer?.allowed === false) {
    return tooManyRequests(operation, path, 'server-limit', ofServer.resetMs);
  }
  const ofUser = caller && limiter.countUser(caller);
  return ofUser?.allowed === false
    ? tooManyRequests(operation, path, 'user-limit', ofUser.resetMs)
    : undefined;
}

/** The 429 of a user's limit has no body, and a reset in nanoseconds, unlike that of a success. */
function tooManyRequests(
  operation: Operation,
  path: string,
  slug: 'user-limit' | 'server-limit',
  resetMs: number = slug === 'user-limit' ? MINUTE_MS : SECOND_MS,
): Answer {
  const headers = [['X-Ratelimit-Reset', String(resetMs * NANOSECONDS_PER_MS)]] as const;
  return failure(operation, 429, slug, path, slug === 'user-limit' ? headers : []);
}

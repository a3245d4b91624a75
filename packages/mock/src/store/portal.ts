import { failure, success } from './answers.ts';
import type { Caller } from './callers.ts';
import type { Operation } from './contract.ts';
import type { Dialogue } from './dialogue.ts';
import { instantKey } from './instant.ts';
import type { Json } from './json.ts';
import { SECOND_MS, MINUTE_MS } from './limits.ts';
import type { ParameterViolation } from './parameters.ts';
import type { Answer } from './request.ts';
import type { StoredClient } from './seed.ts';

const DEFAULT_LIMIT = 30;
const NANOSECONDS_PER_MS = 1_000_000;

/** Answers as a live portal does: a signature instead of the key, bare records, lists in pages. */
export function answerAsPortal(dialogue: Dialogue): Answer {
  const { operation, request, credentials, violations } = dialogue;
  if (operation.id === 'generateJwtToken') return exchange(dialogue);
  const { signature } = credentials;
  const fail = (status: number, slug: string): Answer => failure(operation, status, slug, request.path);
  // Public information needs no signature, but a wrong one breaks it.
  if (signature === 'invalid' || (signature === 'none' && operation.secured)) return fail(403, 'signature');
  const caller = signature === 'none' ? undefined : signature;
  return (
    limited(dialogue, caller) ??
    // Before the role: a guest's wrong request is wrong first.
    badRequest(operation, violations, request.path) ??
    (operation.secured && caller ? answerCaller(dialogue, caller) : answerAnyone(dialogue))
  );
}

function exchange({ operation, request, credentials }: Dialogue): Answer {
  const { key, token } = credentials;
  if (key === undefined || key === 'expired') return failure(operation, 401, '', request.path);
  if (token === undefined) return failure(operation, 403, 'missing-scope', request.path);
  const body = { response: token, count: 1, status: 0, statusCode: 200 };
  return success(operation, body);
}

function badRequest(
  operation: Operation,
  violations: readonly ParameterViolation[],
  path: string,
): Answer | undefined {
  const [violation] = violations;
  if (violation === undefined) return undefined;
  const { kind, parameter } = violation;
  // What cannot be read at all fails inside the server.
  if (parameter.in === 'query' && kind !== 'missing' && kind !== 'range') {
    return failure(operation, 500, 'database', path);
  }
  if (kind === 'missing') return failure(operation, 400, `missing-${parameter.name}`, path);
  if (kind === 'range') return failure(operation, 400, `${parameter.name}-out-of-range`, path);
  return failure(operation, 400, kind === 'blank' ? 'blank-id' : 'malformed-request', path);
}

function answerAnyone(dialogue: Dialogue): Answer {
  const client = dialogue.clients.find(dialogue.request.params['id'] ?? '');
  return client ? single(dialogue, client) : notFound(dialogue);
}

function answerCaller(dialogue: Dialogue, caller: Caller): Answer {
  const { operation, request, clients } = dialogue;
  if (caller.role === 'guest') return failure(operation, 403, 'guest', request.path);
  const { id } = request.params;
  if (id === undefined) return page(dialogue, caller);
  const client = clients.find(id);
  return client && clients.canSee(caller, client) ? single(dialogue, client) : notFound(dialogue);
}

function single({ operation, clients, rateHeaders }: Dialogue, client: StoredClient): Answer {
  return success(operation, clients.shown(client, operation.id, false), rateHeaders());
}

/** An unknown id and a malformed one are the same to a portal, and so is a client of somebody else. */
function notFound({ operation, request }: Dialogue): Answer {
  return failure(operation, 404, 'unknown-id', request.path);
}

function page(dialogue: Dialogue, caller: Caller): Answer {
  const { operation, request, remember } = dialogue;
  const limit = Number(request.query.get('limit') ?? DEFAULT_LIMIT);
  const after = request.query.get('last_created_on');
  if (after !== null && instantKey(after) === undefined) {
    return failure(operation, 500, 'database', request.path);
  }
  const key = [operation.id, caller.role, caller.userId, limit, after].join(' ');
  return success(
    operation,
    remember(key, () => pageBody(dialogue, caller, limit, after)),
    dialogue.rateHeaders(),
  );
}

function pageBody(
  { operation, clients }: Dialogue,
  caller: Caller,
  limit: number,
  after: string | null,
): Json {
  const left = after === null ? clients.visibleTo(caller) : clients.olderThan(caller, after);
  const shown = left.slice(0, limit);
  // Null where nothing follows, also where the page is full.
  const last = left.length > limit ? shown.at(-1)?.record : undefined;
  return {
    data: shown.map((client) => clients.shown(client, operation.id, true)),
    limit,
    last_client_id: last?.['client_id'] ?? null,
    last_created_on: last?.['created_on'] ?? null,
  };
}

function limited(dialogue: Dialogue, caller: Caller | undefined): Answer | undefined {
  const { operation, request, limits, countCall, countServerCall } = dialogue;
  const perSecond = operation.secured ? limits.serverPerSecond : limits.publicPerSecond;
  if (perSecond !== undefined) {
    const { allowed, resetMs } = countServerCall(perSecond);
    if (!allowed) return tooManyRequests(operation, request.path, 'server-limit', resetMs);
  }
  const taken = caller && countCall(caller);
  return taken?.allowed === false
    ? tooManyRequests(operation, request.path, 'user-limit', taken.resetMs)
    : undefined;
}

/** Of a user's limit: no body, yet marked as JSON, and a reset in nanoseconds, unlike that of a success. */
export function tooManyRequests(
  operation: Operation,
  path: string,
  limiter: 'user-limit' | 'server-limit',
  resetMs: number = limiter === 'user-limit' ? MINUTE_MS : SECOND_MS,
): Answer {
  return failure(operation, 429, limiter, path, {
    ...(limiter === 'user-limit' && { 'X-Ratelimit-Reset': resetMs * NANOSECONDS_PER_MS }),
  });
}

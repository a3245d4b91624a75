import { failure, problem, success, type Answer } from './answer.ts';
import type { Caller } from './callers.ts';
import type { RequestContext } from './context.ts';
import type { Operation } from './contract.ts';
import type { DialectRules } from './dialect-rules.ts';
import type { Json } from './json.ts';
import { MINUTE_MS } from './limits.ts';
import type { ParameterViolation } from './parameters.ts';
import type { StoredClient } from './seed.ts';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;

/** The guide's dialect: an API key on each call, everything in the envelope, no pages. */
export const guide: DialectRules = {
  contractPath: (path) => path,
  hasCredential: (_, { key }) => key !== undefined,
  answer,
  refuse: ({ status, detail }) => problem(status, { detail }),
  fail: (operation, status, path) =>
    status === 429 ? tooManyRequests(operation, path) : failure(operation, status, '', path),
  single: (record) => envelope(record, 1),
};

function answer(context: RequestContext): Answer {
  const { operation, path, credentials, violations } = context;
  const fail = (status: number, slug: string): Answer => failure(operation, status, slug, path);
  if (!operation.secured) return violations[0] ? fail(400, slugOf(violations[0])) : answerAnyone(context);

  const { key } = credentials;
  if (key === undefined) return fail(401, 'missing-key');
  if (key === 'expired') return fail(401, 'wrong-key');
  if (violations[0]) return fail(400, slugOf(violations[0]));
  if (key === 'restricted' || !mayCall(key, operation.id)) return fail(403, 'guest');
  return limited(context, key) ?? answerCaller(context, key);
}

/** The extended record is for administrators. */
function mayCall({ role }: Caller, operationId: string): boolean {
  if (role === 'guest') return false;
  return role === 'admin' || operationId === 'getClients' || operationId === 'getClient';
}

function answerAnyone(context: RequestContext): Answer {
  const client = context.clients.find(context.params['id'] ?? '');
  return client ? single(context, client) : notFound(context);
}

function answerCaller(context: RequestContext, caller: Caller): Answer {
  const { operation, params, query, clients } = context;
  switch (operation.id) {
    case 'getClients': {
      return list(context, caller, clients.visibleTo(caller));
    }
    case 'getClientsInfo': {
      const asked = new Set(query.getAll('ids'));
      const found = [...asked].flatMap((id) => clients.find(id) ?? []);
      return list(context, caller, found);
    }
    default: {
      const client = clients.find(params['id'] ?? '');
      return client && clients.canSee(caller, client) ? single(context, client) : notFound(context);
    }
  }
}

function list(context: RequestContext, caller: Caller, listed: readonly StoredClient[]): Answer {
  const { operation, clients, limiter, bodyOf } = context;
  const seen = listed.filter((client) => clients.canSee(caller, client));
  const ids = operation.id === 'getClients' ? '' : seen.map(({ id }) => id).join();
  const body = bodyOf(`${operation.id} ${clients.viewOf(caller)} ${ids}`, () =>
    envelope(
      seen.map((client) => clients.shown(client, operation.id, true)),
      seen.length,
    ),
  );
  return success(operation, body, limiter.headers());
}

function single({ operation, clients, limiter, bodyOf }: RequestContext, client: StoredClient): Answer {
  const body = bodyOf(`${operation.id} ${client.id}`, () =>
    envelope(clients.shown(client, operation.id, false), 1),
  );
  return success(operation, body, limiter.headers());
}

function notFound({ operation, params, path }: RequestContext): Answer {
  const slug = UUID.test(params['id'] ?? '') ? 'unknown-id' : 'malformed-id';
  return failure(operation, 404, slug, path);
}

function limited({ operation, path, limiter }: RequestContext, caller: Caller): Answer | undefined {
  const taken = limiter.countUser(caller);
  if (taken === undefined || taken.allowed) return undefined;
  return tooManyRequests(operation, path, taken.resetMs);
}

/** Both headers are in seconds in this dialect. */
function tooManyRequests(operation: Operation, path: string, resetMs: number = MINUTE_MS): Answer {
  const seconds = String(Math.ceil(resetMs / 1000));
  return failure(operation, 429, 'rate-limited', path, [
    ['X-Ratelimit-Remaining', '0'],
    ['X-Ratelimit-Reset', seconds],
    ['Retry-After', seconds],
  ]);
}

function slugOf({ kind, parameter }: ParameterViolation): string {
  if (kind === 'missing') return `missing-${parameter.name}`;
  return kind === 'blank' ? 'blank-id' : 'malformed-request';
}

function envelope(response: Json, count: number): Json {
  return { response, count, status: 0, statusCode: 200 };
}

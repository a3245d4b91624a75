import { accepts } from './accept.ts';
import { failure, problem, success, type Answer } from './answer.ts';
import type { Caller } from './callers.ts';
import type { Operation } from './contract.ts';
import type { Taken } from './counters.ts';
import type { DialectRules } from './dialect-rules.ts';
import { hasOperation, type Exchange, type OperationExchange } from './exchange.ts';
import type { Json } from './json.ts';
import type { ParameterViolation } from './parameters.ts';
import type { HeaderList } from './response.ts';
import type { StoredClient } from './seed.ts';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;
const MINUTE_MS = 60_000;
const ALLOW = ['Allow', 'GET, HEAD'] as const;

/** The guide's dialect: an API key on each call, everything in the envelope, no pages. */
export const guide: DialectRules = {
  callerLimit: 'window',
  decodesPaths: false,
  contractPath: (path) => path,
  hasCredential: (_, { key }) => key !== undefined,
  answer,
  fail: (operation, { status, example }, { path }) =>
    status === 429 ? tooManyRequests(operation, path) : failure(operation, status, example, path),
  single: (record) => envelope(record, 1),
};

function answer(exchange: Exchange): Answer {
  const { method, path } = exchange;
  if (!hasOperation(exchange)) return refusal(404, `Nothing is served at ${path}.`);
  if (method !== 'GET' && method !== 'HEAD') {
    return refusal(405, `Only GET is served at ${path}, not ${method}.`, [ALLOW]);
  }
  const found = answerOperation(exchange);
  const mediaType = found.body?.mediaType;
  if (found.status !== 200 || mediaType === undefined || accepts(exchange.headers['accept'], mediaType)) {
    return found;
  }
  return refusal(406, `Only ${mediaType} is served here.`);
}

/** The guide says nothing about paths, methods and media types that are not served. */
function refusal(status: 404 | 405 | 406, detail: string, headers: HeaderList = []): Answer {
  const { headers: own, ...rest } = problem(status, { detail });
  return { ...rest, headers: [...own, ...headers], undeclared: true };
}

function answerOperation(exchange: OperationExchange): Answer {
  const { operation, path, credentials, violations, limiter } = exchange;
  const fail = (status: number, slug: string): Answer => failure(operation, status, slug, path);
  if (!operation.secured) return violations[0] ? fail(400, slugOf(violations[0])) : answerAnyone(exchange);

  const { key } = credentials;
  if (key === undefined) return fail(401, 'missing-key');
  if (key === 'expired') return fail(401, 'wrong-key');
  if (violations[0]) return fail(400, slugOf(violations[0]));
  if (key === 'restricted' || !mayCall(key, operation.id)) return fail(403, 'guest');
  const taken = limiter.countCaller(`user ${key.userId}`, key.limit);
  if (taken?.allowed === false) return tooManyRequests(operation, path, taken.resetMs);
  return answerCaller(exchange, key, rateHeaders(taken));
}

/** The extended record is for administrators. */
function mayCall({ role }: Caller, operationId: string): boolean {
  if (role === 'guest' || role === 'closed') return false;
  return role === 'admin' || operationId === 'getClients' || operationId === 'getClient';
}

function answerAnyone(exchange: OperationExchange): Answer {
  const client = exchange.clients.find(exchange.params['id'] ?? '');
  return client ? single(exchange, client, []) : notFound(exchange);
}

function answerCaller(exchange: OperationExchange, caller: Caller, rate: HeaderList): Answer {
  const { operation, params, query, clients } = exchange;
  switch (operation.id) {
    case 'getClients': {
      return list(
        exchange,
        caller,
        clients.visibleTo(caller).map(({ client }) => client),
        rate,
      );
    }
    case 'getClientsInfo': {
      const asked = new Set(query.getAll('ids'));
      const found = [...asked].flatMap((id) => clients.find(id) ?? []);
      return list(exchange, caller, found, rate);
    }
    default: {
      const client = clients.find(params['id'] ?? '');
      return client && clients.canSee(caller, client) ? single(exchange, client, rate) : notFound(exchange);
    }
  }
}

function list(
  { operation, clients, bodyOf }: OperationExchange,
  caller: Caller,
  listed: readonly StoredClient[],
  rate: HeaderList,
): Answer {
  const seen = listed.filter((client) => clients.canSee(caller, client));
  const ids = operation.id === 'getClients' ? '' : seen.map(({ id }) => id).join();
  const body = bodyOf(`${operation.id} ${clients.viewOf(caller)} ${ids}`, () =>
    envelope(
      seen.map((client) => clients.shown(client, operation.id, true)),
      seen.length,
    ),
  );
  return success(operation, body, rate);
}

function single(
  { operation, clients, bodyOf }: OperationExchange,
  client: StoredClient,
  rate: HeaderList,
): Answer {
  const body = bodyOf(`${operation.id} ${client.id}`, () =>
    envelope(clients.shown(client, operation.id, false), 1),
  );
  return success(operation, body, rate);
}

function notFound({ operation, params, path }: OperationExchange): Answer {
  const slug = UUID.test(params['id'] ?? '') ? 'unknown-id' : 'malformed-id';
  return failure(operation, 404, slug, path);
}

/** What is left of the caller's minute. None if it is not limited: then the contract's examples stand. */
function rateHeaders(taken: Taken | undefined): HeaderList {
  if (taken === undefined) return [];
  return [
    ['X-Ratelimit-Remaining', String(taken.remaining)],
    ['X-Ratelimit-Reset', String(Math.ceil(taken.resetMs / 1000))],
  ];
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

import { failure, success } from './answers.ts';
import type { Caller } from './callers.ts';
import type { Dialogue } from './dialogue.ts';
import { MINUTE_MS } from './limits.ts';
import type { ParameterViolation } from './parameters.ts';
import type { Answer } from './request.ts';
import type { Json } from './json.ts';
import type { StoredClient } from './seed.ts';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;

/** Answers as the guide has them: an API key on each call, everything in the envelope, no pages. */
export function answerAsGuide(dialogue: Dialogue): Answer {
  const { operation, request, credentials, violations } = dialogue;
  const fail = (status: number, slug: string): Answer => failure(operation, status, slug, request.path);
  if (!operation.secured) return violations[0] ? fail(400, slugOf(violations[0])) : answerAnyone(dialogue);

  const { key } = credentials;
  if (key === undefined) return fail(401, 'missing-key');
  if (key === 'expired') return fail(401, 'wrong-key');
  if (violations[0]) return fail(400, slugOf(violations[0]));
  if (key === 'restricted' || !mayCall(key, operation.id)) return fail(403, 'guest');
  return limited(dialogue, key) ?? answerCaller(dialogue, key);
}

/** The extended record is for administrators. */
function mayCall({ role }: Caller, operationId: string): boolean {
  if (role === 'guest') return false;
  return role === 'admin' || operationId === 'getClients' || operationId === 'getClient';
}

function answerAnyone(dialogue: Dialogue): Answer {
  const client = dialogue.clients.find(dialogue.request.params['id'] ?? '');
  return client ? single(dialogue, client) : notFound(dialogue);
}

function answerCaller(dialogue: Dialogue, caller: Caller): Answer {
  const { operation, request, clients } = dialogue;
  switch (operation.id) {
    case 'getClients': {
      return list(dialogue, caller, clients.visibleTo(caller));
    }
    case 'getClientsInfo': {
      const asked = new Set(request.query.getAll('ids'));
      const found = [...asked].flatMap((id) => clients.find(id) ?? []);
      return list(dialogue, caller, found);
    }
    default: {
      const client = clients.find(request.params['id'] ?? '');
      return client && clients.canSee(caller, client) ? single(dialogue, client) : notFound(dialogue);
    }
  }
}

function list(dialogue: Dialogue, caller: Caller, clients: readonly StoredClient[]): Answer {
  const { operation, remember } = dialogue;
  const seen = clients.filter((client) => dialogue.clients.canSee(caller, client));
  const ids = operation.id === 'getClients' ? '' : seen.map(({ id }) => id).join();
  const body = remember(`${operation.id} ${caller.role} ${caller.userId} ${ids}`, () =>
    envelope(
      seen.map((client) => dialogue.clients.shown(client, operation.id, true)),
      seen.length,
    ),
  );
  return success(operation, body, dialogue.rateHeaders());
}

function single({ operation, clients, remember, rateHeaders }: Dialogue, client: StoredClient): Answer {
  const body = remember(`${operation.id} ${client.id}`, () =>
    envelope(clients.shown(client, operation.id, false), 1),
  );
  return success(operation, body, rateHeaders());
}

function notFound({ operation, request }: Dialogue): Answer {
  const slug = UUID.test(request.params['id'] ?? '') ? 'unknown-id' : 'malformed-id';
  return failure(operation, 404, slug, request.path);
}

function limited({ operation, request, countCall }: Dialogue, caller: Caller): Answer | undefined {
  const taken = countCall(caller);
  if (taken === undefined || taken.allowed) return undefined;
  return tooManyRequests(operation, request.path, taken.resetMs);
}

/** Both headers speak of seconds in this dialect. */
export function tooManyRequests(
  operation: Dialogue['operation'],
  path: string,
  resetMs: number = MINUTE_MS,
): Answer {
  const seconds = Math.ceil(resetMs / 1000);
  return failure(operation, 429, 'rate-limited', path, {
    'X-Ratelimit-Remaining': 0,
    'X-Ratelimit-Reset': seconds,
    'Retry-After': String(seconds),
  });
}

function slugOf({ kind, parameter }: ParameterViolation): string {
  if (kind === 'missing') return `missing-${parameter.name}`;
  return kind === 'blank' ? 'blank-id' : 'malformed-request';
}

function envelope(response: Json, count: number): Json {
  return { response, count, status: 0, statusCode: 200 };
}

import { failure, success, type Answer } from '../answer.ts';
import { cached } from '../cache.ts';
import type { Caller } from '../callers.ts';
import { isInvalidated } from '../collection.ts';
import type { Cursor } from '../databases/database.ts';
import type { OperationExchange } from '../exchange.ts';
import type { Json } from '../json.ts';
import type { HeaderList } from '../response.ts';
import type { StoredClient } from '../seed.ts';
import { readPageParameters } from './page-parameters.ts';

/** White space to JavaScript, but not to Java. */
const NO_BREAK = /[\u00a0\u2007\u202f\ufeff]/u;

/** The record of one client. The parameters are looked at before the role: a wrong request of a guest is a 400. */
export function answerRecord(
  exchange: OperationExchange,
  caller: Caller | undefined,
  rate: HeaderList,
): Answer {
  const { operation, params, path, clients } = exchange;
  const { id = '' } = params;
  if (id.trim() === '' && !NO_BREAK.test(id)) return failure(operation, 400, 'blank-id', path, rate);
  if (operation.secured && !mayCall(caller)) return failure(operation, 403, 'guest', path, rate);
  const client = clients.find(id);
  // An unknown id, a malformed one and another user's client are the same to a portal.
  if (client === undefined || !mayRead(exchange, caller, client)) {
    return failure(operation, 404, 'unknown-id', path, rate);
  }
  return single(exchange, client, rate);
}

/** A page of a list. */
export function answerPage(
  exchange: OperationExchange,
  caller: Caller | undefined,
  rate: HeaderList,
): Answer {
  const { operation, path, query, clients, bodyOf } = exchange;
  const parameters = readPageParameters(query, operation.id === 'getClientsInfo');
  switch (parameters) {
    case 'unreadable':
      return failure(operation, 500, 'database', path, rate);
    case 'missing':
      return failure(operation, 400, 'missing-limit', path, rate);
    case 'out-of-range':
      return failure(operation, 400, 'limit-out-of-range', path, rate);
    default:
  }
  if (caller === undefined || !mayCall(caller)) return failure(operation, 403, 'guest', path, rate);
  const { limit, cursor } = parameters;
  const key = [operation.id, clients.viewOf(caller), limit, cursor.date?.text, cursor.id].join(' ');
  return success(
    operation,
    bodyOf(key, () => page(exchange, caller, limit, cursor)),
    rate,
  );
}

function mayCall(caller: Caller | undefined): boolean {
  return caller?.role === 'admin' || caller?.role === 'user';
}

/** What is public crosses the borders between tenants, but not once it is withdrawn. */
function mayRead(
  { operation, clients }: OperationExchange,
  caller: Caller | undefined,
  client: StoredClient,
): boolean {
  return operation.secured ? caller !== undefined && clients.canSee(caller, client) : !isInvalidated(client);
}

function single(
  { operation, clients, cache, bodyOf }: OperationExchange,
  client: StoredClient,
  rate: HeaderList,
): Answer {
  const body = bodyOf(`${operation.id} ${client.id} ${cache}`, () =>
    cached(clients.shown(client, operation.id, false), cache),
  );
  return success(operation, body, rate);
}

function page(
  { operation, clients, database }: OperationExchange,
  caller: Caller,
  limit: number,
  cursor: Cursor,
): Json {
  const { rows, more } = database.page(clients.visibleTo(caller), cursor, limit);
  // Null if nothing follows, also if the page is full.
  const last = more ? rows.at(-1)?.client.record : undefined;
  return {
    data: rows.map(({ client }) => clients.shown(client, operation.id, true)),
    last_client_id: last?.['client_id'] ?? null,
    last_created_on: last?.['created_on'] ?? null,
    limit,
  };
}

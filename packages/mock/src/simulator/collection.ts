import type { Caller } from './callers.ts';
import { instantKey } from './instant.ts';
import { textOf, type Json, type JsonObject } from './json.ts';
import type { StoredClient } from './seed.ts';

/** The clients, as each caller may see them: the newest first. */
export interface Collection {
  readonly size: number;
  all(): readonly StoredClient[];
  /** Whoever may see it. */
  find(id: string): StoredClient | undefined;
  visibleTo(caller: Caller): readonly StoredClient[];
  /** Clients strictly older than a moment: rows that share it with the last of a page are skipped, as on a portal. */
  olderThan(caller: Caller, created: string): readonly StoredClient[];
  canSee(caller: Caller, client: StoredClient): boolean;
  /** The fields that an operation shows. The same object for the same client, so that it is checked and written once. */
  shown(client: StoredClient, operationId: string, inList: boolean): JsonObject;
}

export function createCollection(
  clients: readonly StoredClient[],
  fields: ReadonlyMap<string, readonly string[]>,
  tenant: number,
): Collection {
  const sorted = clients.map((client) => ({ client, key: keyOf(client) })).toSorted(byKeyDescending);
  const byId = new Map(clients.map((client) => [client.id, client]));
  const views = new Map<string, readonly StoredClient[]>();
  const projections = new Map<string, WeakMap<StoredClient, JsonObject>>();

  const canSee: Collection['canSee'] = ({ role, userId }, { record }) => {
    if ((record['tenant'] ?? tenant) !== tenant) return false;
    return role === 'admin' || record['created_by'] === userId;
  };
  const visibleTo: Collection['visibleTo'] = (caller) => {
    const view = caller.role === 'admin' ? 'admin' : caller.userId;
    let visible = views.get(view);
    if (visible === undefined) {
      visible = sorted.filter(({ client }) => canSee(caller, client)).map(({ client }) => client);
      views.set(view, visible);
    }
    return visible;
  };
  return {
    size: clients.length,
    all: () => sorted.map(({ client }) => client),
    find: (id) => byId.get(id),
    visibleTo,
    olderThan: (caller, created) => {
      const visible = visibleTo(caller);
      const limit = instantKey(created) ?? '';
      return visible.slice(firstIndex(visible, (client) => keyOf(client) < limit));
    },
    canSee,
    shown: (client, operationId, inList) => {
      let known = projections.get(operationId);
      if (known === undefined) projections.set(operationId, (known = new WeakMap()));
      let body = known.get(client);
      if (body === undefined) {
        body = pick(inList ? { ...client.record, ...client.listed } : client.record, fields.get(operationId));
        known.set(client, body);
      }
      return body;
    },
  };
}

function keyOf({ record }: StoredClient): string {
  return instantKey(textOf(record['created_on'])) ?? '';
}

/** Ties stay as they are: a portal breaks none. */
function byKeyDescending(one: { key: string }, other: { key: string }): number {
  return one.key === other.key ? 0 : one.key > other.key ? -1 : 1;
}

/** Where a sorted list begins to satisfy a condition. */
function firstIndex<T>(items: readonly T[], condition: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && condition(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function pick(record: JsonObject, names: readonly string[] = []): JsonObject {
  const result: Record<string, Json> = {};
  for (const name of names) {
    const value = record[name];
    if (value !== undefined) result[name] = value;
  }
  return result;
}

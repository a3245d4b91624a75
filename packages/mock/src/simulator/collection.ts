import type { Caller } from './callers.ts';
import { instantKey } from './instant.ts';
import { textOf, type Json, type JsonObject } from './json.ts';
import type { StoredClient } from './seed.ts';

/** The clients, as each caller may see them, the newest first. */
export interface Collection {
  readonly size: number;
  all(): readonly StoredClient[];
  /** The client of an id, whether or not a caller may see it. */
  find(id: string): StoredClient | undefined;
  /** A name for what a caller sees: callers with the same name see the same clients. */
  viewOf(caller: Caller): string;
  visibleTo(caller: Caller): readonly StoredClient[];
  /** Clients strictly older than an instant: rows that share it with the last row of a page are skipped, as on a portal. */
  olderThan(caller: Caller, created: string): readonly StoredClient[];
  canSee(caller: Caller, client: StoredClient): boolean;
  /** The fields that an operation shows. */
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

  const canSee: Collection['canSee'] = ({ role, userId }, { record }) => {
    if ((record['tenant'] ?? tenant) !== tenant) return false;
    return role === 'admin' || record['created_by'] === userId;
  };
  const viewOf: Collection['viewOf'] = ({ role, userId }) => (role === 'admin' ? 'admin' : userId);
  const visibleTo: Collection['visibleTo'] = (caller) => {
    const view = viewOf(caller);
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
    viewOf,
    visibleTo,
    olderThan: (caller, created) => {
      const visible = visibleTo(caller);
      const instant = instantKey(created) ?? '';
      return visible.slice(firstIndex(visible, (client) => keyOf(client) < instant));
    },
    canSee,
    shown: (client, operationId, inList) =>
      pick(inList ? { ...client.record, ...client.listed } : client.record, fields.get(operationId)),
  };
}

function keyOf({ record }: StoredClient): string {
  return instantKey(textOf(record['created_on'])) ?? '';
}

/** Clients of one instant keep their order: a portal has no second key to sort by. */
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

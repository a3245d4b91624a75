import { canonicalId } from './canonical-id.ts';
import type { Caller } from './callers.ts';
import type { Database, Row } from './databases/database.ts';
import { sql } from './databases/sql.ts';
import type { Json, JsonObject } from './json.ts';
import { rowOf } from './rows.ts';
import type { StoredClient } from './seed.ts';

/** The clients, as each caller may see them, the newest first. */
export interface Collection {
  readonly size: number;
  all(): readonly StoredClient[];
  /** The client of an id, whether or not a caller may see it. */
  find(id: string): StoredClient | undefined;
  /** A name for what a caller sees: callers with the same name see the same clients. */
  viewOf(caller: Caller): string;
  visibleTo(caller: Caller): readonly Row[];
  canSee(caller: Caller, client: StoredClient): boolean;
  /** The fields that an operation shows. */
  shown(client: StoredClient, operationId: string, inList: boolean): JsonObject;
}

/** Lists of callers who do not ask any more must not be kept forever. */
const MAX_VIEWS = 50;

export function createCollection(
  clients: readonly StoredClient[],
  fields: ReadonlyMap<string, readonly string[]>,
  tenant: number,
  database?: Database,
): Collection {
  const { compare } = database ?? sql;
  const rows = clients.map((client) => rowOf(client, database)).toSorted(compare);
  const byId = new Map(rows.map(({ client }) => [client.id, client]));
  const views = new Map<string, readonly Row[]>();

  const canSee: Collection['canSee'] = ({ role, userId }, { record }) => {
    if ((record['tenant'] ?? tenant) !== tenant) return false;
    return role === 'admin' || record['created_by'] === userId;
  };
  const viewOf: Collection['viewOf'] = ({ role, userId }) => (role === 'admin' ? 'admin' : userId);
  return {
    size: clients.length,
    all: () => rows.map(({ client }) => client),
    find: (id) => byId.get(id) ?? (database && byId.get(canonicalId(id) ?? '')),
    viewOf,
    visibleTo: (caller) => {
      const view = viewOf(caller);
      let visible = views.get(view);
      if (visible === undefined) {
        if (views.size >= MAX_VIEWS) views.clear();
        visible = rows.filter(({ client }) => canSee(caller, client) && !isInvalidated(client));
        views.set(view, visible);
      }
      return visible;
    },
    canSee,
    shown: (client, operationId, inList) =>
      pick(inList ? { ...client.record, ...client.listed } : client.record, fields.get(operationId)),
  };
}

/** Whether a portal has withdrawn the client: it is in no list and not public, but single reads still have it. */
export function isInvalidated({ record }: StoredClient): boolean {
  return record['invalidated'] === true;
}

function pick(record: JsonObject, names: readonly string[] = []): JsonObject {
  const result: Record<string, Json> = {};
  for (const name of names) {
    const value = record[name];
    if (value !== undefined) result[name] = value;
  }
  return result;
}

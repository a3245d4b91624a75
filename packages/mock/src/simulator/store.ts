import { Body } from './body.ts';
import { createCollection, type Collection } from './collection.ts';
import type { Operation } from './contract.ts';
import type { Database } from './databases/database.ts';
import { generateClients } from './generate.ts';
import { textOf, type Json, type JsonObject } from './json.ts';
import { seedFrom, type Seed, type StoredClient } from './seed.ts';

/** Which clients there are: those of the examples and some more, or only those of a list. */
export type ClientData =
  | { readonly kind: 'examples'; readonly more: number; readonly seed: number }
  | { readonly kind: 'list'; readonly clients: readonly JsonObject[] };

/** The clients, and the bodies that show them. */
export interface Store {
  readonly clients: Collection;
  /** The users that the clients of the examples belong to. */
  readonly owners: readonly string[];
  readonly tenant: number;
  /** The clients as they would be with other data. Nothing is changed. */
  preview(data: ClientData): Collection;
  setClients(data: ClientData): void;
  /** Whether there was a client of this id to be removed. */
  removeClient(id: string): boolean;
  /** Takes the examples of a changed contract; clients that were set or removed stay so. */
  setOperations(operations: Iterable<Operation>): void;
  /** A body of JSON: the same Body for the same key until the clients change. */
  bodyOf(key: string, make: () => Json): Body;
}

/** Characters in all remembered bodies and their keys together. The newest is kept even if it is longer. */
const MAX_REMEMBERED = 32_000_000;
const MAX_BODIES = 5000;

export function createStore(operations: Iterable<Operation>, database?: Database): Store {
  let seed = seedFrom(operations);
  let owners = ownersOf(seed);
  let data: ClientData = { kind: 'examples', more: 0, seed: 1 };
  let removed = new Set<string>();
  let clients = collect(data);
  const bodies = new Map<string, Body>();
  let remembered = 0;

  function collect(chosen: ClientData, without?: ReadonlySet<string>): Collection {
    const kept = clientsOf(chosen, seed).filter(({ id }) => without?.has(id) !== true);
    return createCollection(kept, seed.fields, seed.tenant, database);
  }
  function refresh(): void {
    bodies.clear();
    remembered = 0;
    clients = collect(data, removed);
  }
  return {
    get clients() {
      return clients;
    },
    get owners() {
      return owners;
    },
    get tenant() {
      return seed.tenant;
    },
    preview: (chosen) => collect(chosen),
    setClients: (chosen) => {
      data = chosen;
      removed = new Set();
      refresh();
    },
    removeClient: (id) => {
      if (clients.find(id) === undefined) return false;
      removed.add(id);
      refresh();
      return true;
    },
    setOperations: (changed) => {
      seed = seedFrom(changed);
      owners = ownersOf(seed);
      refresh();
    },
    bodyOf: (key, make) => {
      const known = bodies.get(key);
      if (known !== undefined) return known;
      const body = new Body('application/json', make());
      bodies.set(key, body);
      remembered += key.length + body.text.length;
      for (const [oldest, { text }] of bodies) {
        if ((remembered <= MAX_REMEMBERED && bodies.size <= MAX_BODIES) || oldest === key) break;
        bodies.delete(oldest);
        remembered -= oldest.length + text.length;
      }
      return body;
    },
  };
}

function clientsOf(data: ClientData, { clients: examples }: Seed): readonly StoredClient[] {
  if (data.kind === 'list') return completed(data.clients, examples);
  return [...examples, ...generateClients(examples, data.more, data.seed)];
}

/** A client of a list needs only the fields that matter to it; the others are made up. */
function completed(given: readonly JsonObject[], examples: readonly StoredClient[]): StoredClient[] {
  return generateClients(examples, given.length, 1).map(({ id, record, listed }, index) => {
    const own = given[index] ?? {};
    const chosen = typeof own['client_id'] === 'string' ? own['client_id'] : id;
    const ids = { client_id: chosen, ...('id' in record && { id: chosen }) };
    return { id: chosen, record: { ...record, ...own, ...ids }, listed };
  });
}

function ownersOf({ clients }: Seed): readonly string[] {
  return [...new Set(clients.map(({ record }) => textOf(record['created_by'])))];
}

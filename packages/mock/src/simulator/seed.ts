import type { Operation } from './contract.ts';
import { isObject, textOf, type Json, type JsonObject } from './json.ts';

/** A client as the store keeps it. */
export interface StoredClient {
  readonly id: string;
  /** Every field that any operation shows. */
  readonly record: JsonObject;
  /** The fields that have another value in lists, such as a secret, which is encrypted there. */
  readonly listed: JsonObject;
}

export interface Seed {
  /** The portal of the examples. Every caller belongs to it. */
  readonly tenant: number;
  readonly clients: readonly StoredClient[];
  /** The fields that each operation shows, in the order of its examples. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

/** Merges the records of the examples of all operations by their ids: the same client is in many of them. */
export function seedFrom(operations: Iterable<Operation>): Seed {
  const single = new Map<string, JsonObject>();
  const listed = new Map<string, JsonObject>();
  const fields = new Map<string, readonly string[]>();
  for (const { id, responses } of operations) {
    const names = new Set<string>();
    for (const { value } of responses.get(200)?.examples ?? []) {
      for (const { record, inList } of recordsIn(value)) {
        for (const name of Object.keys(record)) names.add(name);
        merge(inList ? listed : single, record);
      }
    }
    fields.set(id, [...names]);
  }
  const ids = new Set([...single.keys(), ...listed.keys()]);
  const clients = [...ids].map((id) => stored(id, single.get(id), listed.get(id)));
  return { tenant: Number(clients[0]?.record['tenant'] ?? 1), clients, fields };
}

function stored(id: string, single: JsonObject = {}, listed: JsonObject = {}): StoredClient {
  const record = { ...listed, ...single };
  const differing = Object.entries(listed).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(record[name]),
  );
  return { id, record, listed: Object.fromEntries(differing) };
}

interface Found {
  readonly record: JsonObject;
  readonly inList: boolean;
}

function recordsIn(value: Json, inList = false): Found[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => recordsIn(item, true));
  if (!isObject(value)) return [];
  if (typeof value['client_id'] === 'string') return [{ record: value, inList }];
  return Object.values(value).flatMap((item) => recordsIn(item, inList));
}

function merge(records: Map<string, JsonObject>, record: JsonObject): void {
  const id = textOf(record['client_id']);
  records.set(id, { ...records.get(id), ...record });
}

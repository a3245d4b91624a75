import { UsageError } from '@docspace-oauth/terminal/usage-error';

import type { Role } from '../portal/token-claims.ts';

export const SCHEMA_VERSION = 1;
const KIND = 'docspace-oauth snapshot';

/** A client as a snapshot keeps it: the fields of the list, sorted, with a hash in the place of a secret or a logo. */
export interface SnapshotClient {
  readonly client_id: string;
  readonly [field: string]: unknown;
}

/** All clients of a portal, the same text for the same clients: without a date, so that it can be compared and versioned. */
export interface Snapshot {
  readonly kind: typeof KIND;
  readonly schemaVersion: typeof SCHEMA_VERSION;
  /** The address, or `embedded mock`. */
  readonly portal: string;
  readonly dialect: string;
  /** Whose key it was made with, since a user sees fewer clients than an administrator; null where nobody tells. */
  readonly role: Role | null;
  /** Sorted by client_id. */
  readonly clients: readonly SnapshotClient[];
}

export function snapshotOf(facts: Pick<Snapshot, 'portal' | 'dialect' | 'role' | 'clients'>): Snapshot {
  return { kind: KIND, schemaVersion: SCHEMA_VERSION, ...facts };
}

/** Why a text is no snapshot; the name says which file it is. */
export function parseSnapshot(text: string, name: string): Snapshot {
  let data: unknown;
  try {
    // Windows editors may have put a byte order mark before it.
    data = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    throw foreign(name);
  }
  if (!isObject(data) || data['kind'] !== KIND) throw foreign(name);
  const version = data['schemaVersion'];
  if (typeof version === 'number' && version > SCHEMA_VERSION) {
    throw new UsageError(`${name} was made by a newer version of docspace-oauth.`, 'Update docspace-oauth.');
  }
  const { portal, dialect, role, clients } = data;
  const isWhole =
    version === SCHEMA_VERSION &&
    typeof portal === 'string' &&
    typeof dialect === 'string' &&
    (role === null || typeof role === 'string') &&
    Array.isArray(clients) &&
    clients.every((client) => isObject(client) && typeof client['client_id'] === 'string');
  if (!isWhole) throw new UsageError(`${name} is a damaged snapshot.`, 'Make a new one.');
  return data as unknown as Snapshot;
}

function foreign(name: string): UsageError {
  return new UsageError(`${name} is not a snapshot.`, 'docspace-oauth snapshot FILE makes one.');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

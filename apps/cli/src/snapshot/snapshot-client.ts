import { createHash } from 'node:crypto';

import type { ListedClient } from '../columns/columns.ts';
import type { SnapshotClient } from './snapshot-file.ts';

/** Fields of which a snapshot keeps a hash: a secret must not be in a file, and a logo may have 340 kB. */
const hashed = new Map([
  ['client_secret', 'client_secret_sha256'],
  ['logo', 'logo_sha256'],
]);
/** The guide's second name of client_id. */
const LEFT_OUT = 'id';

/**
 * What is kept of a client. The secret of a list is ciphertext on a portal, the same in each response until the secret
 * changes: so did each of 15 recorded clients, in up to 19 responses. In the guide's dialect a list has none.
 */
export function snapshotClient(
  client: ListedClient,
  hide: (client: ListedClient) => ListedClient,
): SnapshotClient {
  const shown = Object.entries(hide(client))
    // Anything else that a server calls a secret stays out.
    .filter(([name]) => name !== LEFT_OUT && !hashed.has(name) && !/secret/iu.test(name))
    .map(([name, value]) => [name, sorted(value)] as const);
  const hashes = [...hashed]
    .filter(([name]) => Object.hasOwn(client, name))
    .map(([name, hash]) => [hash, hashOf(client[name])] as const);
  const entries = [...shown, ...hashes].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { client_id: String(client['client_id']), ...Object.fromEntries(entries) };
}

function hashOf(value: unknown): string | null {
  return typeof value === 'string' ? createHash('sha256').update(value).digest('hex') : null;
}

/** Lists of the API are sets in no order. */
function sorted(value: unknown): unknown {
  return Array.isArray(value) ? value.toSorted((a, b) => (String(a) < String(b) ? -1 : 1)) : value;
}

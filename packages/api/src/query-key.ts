/** Keys for a query cache, such as TanStack Query's. They need neither React nor a browser: a server can use them to prefetch. */
import type { DocSpaceClient } from './client.ts';
import { findConnection } from './connection-of.ts';
import type { OperationId } from './protocol/operations.ts';

/** The methods of a DocSpace client that the hooks call. */
export type QueriedClient = Pick<DocSpaceClient, OperationId | 'iterateClients'>;

const ownKeys = new WeakMap<QueriedClient, string>();
let made = 0;
/** Different in each process, because a persisted cache outlives it. Made on first use, so that an import does nothing. */
let processName: string | undefined;

/** A key that no other DocSpace client has, in this process or another. */
function ownKeyOf(client: QueriedClient, baseUrl: string): string {
  let key = ownKeys.get(client);
  if (key === undefined) {
    processName ??= Math.random().toString(36).slice(2) + Math.random().toString(36).slice(2);
    key = `${baseUrl} ${processName} ${++made}`;
    ownKeys.set(client, key);
  }
  return key;
}

/**
 * The key of a query. It begins with the name of the package and the `cacheKey` of the DocSpace client; without that option,
 * with a key that no two DocSpace clients share, so that no account sees what another has read. Without an operation it is
 * the prefix of all keys of a DocSpace client, for invalidation.
 * @param input of the hook: the id or the ids; for lists `'page'` (useClients) or `'infinite'` (useInfiniteClients) and the
 * first argument of the hook, `{}` if it has none
 */
export function docSpaceKey(
  client: QueriedClient,
  operationId?: OperationId,
  ...input: unknown[]
): unknown[] {
  const { cacheKey, baseUrl = '' } = findConnection(client) ?? {};
  const key = cacheKey ?? ownKeyOf(client, baseUrl);
  return ['docspace-oauth', key, ...(operationId ? [operationId, ...input] : [])];
}

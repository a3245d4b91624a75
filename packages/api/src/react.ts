'use client';
/** Hooks on TanStack Query for the five operations. Errors are DocSpaceErrors. The DocSpace client retries, the query does not. */
import type {
  InfiniteData,
  UseInfiniteQueryResult,
  UseQueryOptions,
  UseQueryResult,
} from '@tanstack/react-query';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createContext, createElement, useContext } from 'react';
import type { DocSpaceError } from './error.ts';
import type { IteratedPage } from './lists/page-reader.ts';
import { PageReader } from './lists/page-reader.ts';
import { checkPageSize, maxPageSize } from './protocol/cursor.ts';
import type { OperationId } from './protocol/operations.ts';
import type { QueriedClient } from './query-key.ts';
import { docSpaceKey } from './query-key.ts';
import type { Client, ClientInfo, ClientPage, ClientsInfo, Cursor, PublicClientInfo } from './types.ts';

export type { IteratedPage, QueriedClient };
export { docSpaceKey };

/** Options of a query that callers may set. The hook sets key, function and retry. */
export type DocSpaceQueryOptions<Data> = Omit<
  UseQueryOptions<Data, DocSpaceError>,
  'queryKey' | 'queryFn' | 'retry'
>;

const Context = createContext<QueriedClient | undefined>(undefined);

/** Provides the DocSpace client to the hooks below it. */
export function DocSpaceProvider(props: { client: QueriedClient; children?: ReactNode }): ReactNode {
  return createElement(Context.Provider, { value: props.client }, props.children);
}

/** The DocSpace client of the nearest DocSpaceProvider. */
export function useDocSpaceClient(): QueriedClient {
  const client = useContext(Context);
  if (!client) throw new Error('There is no DocSpaceProvider above this component: wrap the app in one.');
  return client;
}

function useOperation<Data>(
  operationId: OperationId,
  input: unknown[],
  call: (client: QueriedClient, signal: AbortSignal) => Promise<Data>,
  options: DocSpaceQueryOptions<Data> | undefined,
): UseQueryResult<Data, DocSpaceError> {
  const client = useDocSpaceClient();
  return useQuery<Data, DocSpaceError>({
    ...options,
    queryKey: docSpaceKey(client, operationId, ...input),
    queryFn: ({ signal }) => call(client, signal),
    retry: false,
  });
}

/** One page of the list. Operation `getClients`. */
export function useClients(
  page: { limit?: number | undefined; cursor?: Cursor | null | undefined } = {},
  options?: DocSpaceQueryOptions<ClientPage>,
): UseQueryResult<ClientPage, DocSpaceError> {
  return useOperation(
    'getClients',
    ['page', page],
    (client, signal) => client.getClients({ ...page, signal }),
    options,
  );
}

/** The iteration that each infinite query is in the middle of. It lives as long as the query is in its cache. */
const readers = new WeakMap<object, PageReader>();

/**
 * The whole list in parts: `fetchNextPage()` while `hasNextPage`. It reads through `iterateClients`, so that no client is
 * lost or comes twice; the next part is fetched ahead. Operation `getClients`.
 * @param page `limit`: clients in each part, 1 to 50 (default 30)
 */
export function useInfiniteClients(
  page: { limit?: number | undefined } = {},
): UseInfiniteQueryResult<InfiniteData<IteratedPage, number>, DocSpaceError> {
  const client = useDocSpaceClient();
  const cache = useQueryClient();
  const queryKey = docSpaceKey(client, 'getClients', 'infinite', page);
  const readPage = async (position: number, signal: AbortSignal): Promise<IteratedPage> => {
    const size = checkPageSize(page.limit ?? 30);
    const query = cache.getQueryCache().find({ queryKey });
    const before = query && readers.get(query);
    // An iteration that fails cannot be used again.
    if (query) readers.delete(query);
    let reader = position > 0 && before?.position === position ? before : undefined;
    if (!reader) {
      before?.close();
      // In the middle of a list that was read earlier, such as on the server, it passes over what is there.
      const shown =
        position > 0 ? cache.getQueryData<InfiniteData<IteratedPage>>(queryKey)?.pages : undefined;
      const known = new Set(shown?.flatMap(({ clients }) => clients.map(({ client_id }) => client_id)));
      // One more than is shown, to know with the same request whether there are more.
      const pageSize = Math.min(size + 1, maxPageSize);
      reader = new PageReader((ending) => client.iterateClients({ pageSize, signal: ending }), known);
    }
    const result = await reader.read(size, signal);
    if (query) readers.set(query, reader);
    return result;
  };
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => readPage(pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: ({ hasMore }, pages) =>
      hasMore ? pages.reduce((count, { clients }) => count + clients.length, 0) : null,
    retry: false,
  });
}

/** One client. Operation `getClient`. */
export function useClient(
  id: string,
  options?: DocSpaceQueryOptions<Client>,
): UseQueryResult<Client, DocSpaceError> {
  return useOperation('getClient', [id], (client, signal) => client.getClient(id, { signal }), options);
}

/** The details of one client. Operation `getClientInfo`. */
export function useClientInfo(
  id: string,
  options?: DocSpaceQueryOptions<ClientInfo>,
): UseQueryResult<ClientInfo, DocSpaceError> {
  return useOperation(
    'getClientInfo',
    [id],
    (client, signal) => client.getClientInfo(id, { signal }),
    options,
  );
}

/** What anyone may see of a client. Operation `getPublicClientInfo`. */
export function usePublicClientInfo(
  id: string,
  options?: DocSpaceQueryOptions<PublicClientInfo>,
): UseQueryResult<PublicClientInfo, DocSpaceError> {
  return useOperation(
    'getPublicClientInfo',
    [id],
    (client, signal) => client.getPublicClientInfo(id, { signal }),
    options,
  );
}

/** Any number of clients. Operation `getClientsInfo`. */
export function useClientsInfo(
  ids: readonly string[],
  options?: DocSpaceQueryOptions<ClientsInfo>,
): UseQueryResult<ClientsInfo, DocSpaceError> {
  return useOperation(
    'getClientsInfo',
    [ids],
    (client, signal) => client.getClientsInfo(ids, { signal }),
    options,
  );
}

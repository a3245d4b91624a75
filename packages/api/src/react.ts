/** Hooks on TanStack Query for the five operations. Errors are DocSpaceErrors. The DocSpace client retries, the query does not. */
import type {
  InfiniteData,
  UseInfiniteQueryResult,
  UseQueryOptions,
  UseQueryResult,
} from '@tanstack/react-query';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createContext, createElement, useContext } from 'react';
import type { DocSpaceClient } from './client.ts';
import type { DocSpaceError } from './error.ts';
import type { OperationId } from './protocol/operations.ts';
import type { Client, ClientInfo, ClientPage, ClientsInfo, Cursor, PublicClientInfo } from './types.ts';

/** The methods of a DocSpace client that the hooks call. */
export type QueriedClient = Pick<DocSpaceClient, OperationId>;

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

const numbers = new WeakMap<QueriedClient, number>();
let made = 0;

/**
 * The key of a query. It begins with the name of the package and a number for the DocSpace client, so that neither other
 * packages nor two portals in one page collide. Without an operation it is the prefix of all keys of a DocSpace client, for
 * invalidation.
 */
export function docSpaceKey(
  client: QueriedClient,
  operationId?: OperationId,
  ...input: unknown[]
): unknown[] {
  let number = numbers.get(client);
  if (number === undefined) numbers.set(client, (number = ++made));
  return ['docspace-oauth', number, ...(operationId ? [operationId, ...input] : [])];
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

/** The list, page after page: `fetchNextPage()` while `hasNextPage`. Operation `getClients`. */
export function useInfiniteClients(
  page: { limit?: number | undefined } = {},
): UseInfiniteQueryResult<InfiniteData<ClientPage, Cursor | null>, DocSpaceError> {
  const client = useDocSpaceClient();
  return useInfiniteQuery({
    queryKey: docSpaceKey(client, 'getClients', 'infinite', page),
    queryFn: ({ pageParam, signal }) => client.getClients({ ...page, cursor: pageParam, signal }),
    initialPageParam: null as Cursor | null,
    getNextPageParam: ({ next }) => next,
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

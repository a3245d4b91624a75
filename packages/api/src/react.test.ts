// @vitest-environment jsdom
import { fetchFrom } from '@docspace-oauth/testing/store-fetch';
import { clientsOf, datesApart, sameDate } from '@docspace-oauth/testing/stored-clients';
import { sqlStore } from '@docspace-oauth/testing/stores';
import type { InfiniteData } from '@tanstack/react-query';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, configure, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createElement } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { apiKey, makeClients, startPortal } from '@docspace-oauth/testing/portal';
import { json, startServer } from '@docspace-oauth/testing/server';
import type { TestServer } from '@docspace-oauth/testing/server';
import { createDocSpaceClient } from './client.ts';
import type { IteratedPage, QueriedClient } from './react.ts';
import {
  docSpaceKey,
  DocSpaceProvider,
  useClient,
  useClientInfo,
  useClients,
  useClientsInfo,
  useInfiniteClients,
  usePublicClientInfo,
} from './react.ts';

// A busy machine renders slowly.
configure({ asyncUtilTimeout: 20_000 });

afterEach(cleanup);

function wrap(client: QueriedClient, queries = new QueryClient()) {
  return ({ children }: { children: ReactNode }): ReactNode =>
    createElement(
      QueryClientProvider,
      { client: queries },
      createElement(DocSpaceProvider, { client }, children),
    );
}

function clientOf(server: TestServer): QueriedClient {
  return createDocSpaceClient({ baseUrl: server.url, apiKey, dialect: 'guide' });
}

test('there is a hook for each operation', async () => {
  const [a, b] = makeClients(2);
  const server = await startServer(({ path }) =>
    json(200, path.endsWith('/clients') || path.includes('ids=') ? { response: [a, b] } : { response: a }),
  );
  const client = clientOf(server);
  const ids = [a, b].map((one) => one?.client_id ?? '');
  const { result } = renderHook(
    () => [
      useClients().data?.clients,
      useClient(ids[0] ?? '').data,
      useClientInfo(ids[0] ?? '').data,
      usePublicClientInfo(ids[0] ?? '').data,
      useClientsInfo(ids).data?.found,
    ],
    { wrapper: wrap(client) },
  );
  await waitFor(() => expect(result.current).toEqual([[a, b], a, a, a, [a, b]]));
});

test('an error keeps its type and code, and the query does not retry on top of the client', async () => {
  const server = await startServer(() => json(404, { title: 'Not Found' }));
  const { result } = renderHook(() => useClient('unknown'), { wrapper: wrap(clientOf(server)) });
  await waitFor(() => expect(result.current.error?.code).toBe('not_found'));
  expect(server.requests).toHaveLength(1);
});

/** A client of a simulated portal with clients of one date, which its cursors lose. */
function infiniteList(
  clients = clientsOf([...datesApart(4, 60_000), ...sameDate(10, '2026-03-01T00:00:00.5Z')]),
): {
  client: QueriedClient;
  ids: string[];
  paths: string[];
} {
  const { fetch, paths } = fetchFrom(sqlStore(clients));
  const client = createDocSpaceClient({
    baseUrl: 'http://127.0.0.1',
    dialect: 'portal',
    fetch,
    cacheKey: 'one',
  });
  return { client, ids: clients.map(({ client_id }) => client_id), paths };
}

const shownIds = (data: InfiniteData<IteratedPage> | undefined): string[] =>
  (data?.pages ?? []).flatMap(({ clients }) => clients.map(({ client_id }) => client_id));

describe('the infinite list', () => {
  test('shows every client once, part after part, and the same after a refetch', async () => {
    const { client, ids } = infiniteList();
    const { result } = renderHook(() => useInfiniteClients({ limit: 3 }), { wrapper: wrap(client) });
    for (const shown of [3, 6, 9, 12, 14]) {
      await waitFor(() => expect(shownIds(result.current.data)).toEqual(ids.slice(0, shown)));
      expect(result.current.hasNextPage).toBe(shown < 14);
      if (shown < 14) await act(() => result.current.fetchNextPage());
    }
    const { data } = await act(() => result.current.refetch());
    expect(shownIds(data)).toEqual(ids);
    expect(data?.pageParams).toEqual([0, 3, 6, 9, 12]);
  });

  test('continues after a refetch in the middle', async () => {
    const { client, ids } = infiniteList();
    const { result } = renderHook(() => useInfiniteClients({ limit: 5 }), { wrapper: wrap(client) });
    await waitFor(() => expect(result.current.data?.pages).toHaveLength(1));
    await act(() => result.current.fetchNextPage());
    await act(() => result.current.refetch());
    await act(() => result.current.fetchNextPage());
    await waitFor(() => expect(shownIds(result.current.data)).toEqual(ids));
    expect(result.current.hasNextPage).toBe(false);
  });

  test('asks for no page twice while it goes on, and is one page ahead', async () => {
    const { client, ids, paths } = infiniteList(clientsOf(datesApart(200, 60_000)));
    const { result } = renderHook(() => useInfiniteClients({ limit: 20 }), { wrapper: wrap(client) });
    for (const parts of [1, 2, 3]) {
      await waitFor(() => expect(result.current.data?.pages).toHaveLength(parts));
      await waitFor(() => expect(paths).toHaveLength(parts + 1));
      if (parts < 3) await act(() => result.current.fetchNextPage());
    }
    expect(shownIds(result.current.data)).toEqual(ids.slice(0, 60));
  });

  test('goes on after what another process has read, without showing a client twice', async () => {
    const { client, ids } = infiniteList();
    const read = renderHook(() => useInfiniteClients({ limit: 5 }), { wrapper: wrap(client) });
    await waitFor(() => expect(read.result.current.data?.pages).toHaveLength(1));
    const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
    const key = docSpaceKey(client, 'getClients', 'infinite', { limit: 5 });
    queries.setQueryData(key, structuredClone(read.result.current.data));
    const { result } = renderHook(() => useInfiniteClients({ limit: 5 }), { wrapper: wrap(client, queries) });
    expect(shownIds(result.current.data)).toEqual(ids.slice(0, 5));
    await act(() => result.current.fetchNextPage());
    await act(() => result.current.fetchNextPage());
    await waitFor(() => expect(shownIds(result.current.data)).toEqual(ids));
    expect(result.current.hasNextPage).toBe(false);
  });

  test('goes on after the parts that are in the cache, if someone has taken some of them out', async () => {
    const { client, ids } = infiniteList();
    const queries = new QueryClient();
    const { result } = renderHook(() => useInfiniteClients({ limit: 5 }), { wrapper: wrap(client, queries) });
    await waitFor(() => expect(result.current.data?.pages).toHaveLength(1));
    await act(() => result.current.fetchNextPage());
    const key = docSpaceKey(client, 'getClients', 'infinite', { limit: 5 });
    act(() => {
      queries.setQueryData<InfiniteData<IteratedPage>>(key, (data) => ({
        pages: data?.pages.slice(0, 1) ?? [],
        pageParams: [0],
      }));
    });
    await act(() => result.current.fetchNextPage());
    await waitFor(() => expect(shownIds(result.current.data)).toEqual(ids.slice(0, 10)));
  });

  test('can be fetched again after a failure', async () => {
    const clients = clientsOf(datesApart(9, 60_000));
    const store = fetchFrom(sqlStore(clients));
    let fails = false;
    const client = createDocSpaceClient({
      baseUrl: 'http://127.0.0.1',
      dialect: 'portal',
      fetch: (...request) =>
        fails ? Promise.resolve(new Response('', { status: 401 })) : store.fetch(...request),
    });
    const { result } = renderHook(() => useInfiniteClients({ limit: 2 }), { wrapper: wrap(client) });
    await waitFor(() => expect(result.current.data?.pages).toHaveLength(1));
    await act(() => result.current.fetchNextPage());
    fails = true;
    await act(() => result.current.fetchNextPage());
    await act(() => result.current.fetchNextPage());
    await waitFor(() => expect(result.current.error?.code).toBe('unauthorized'));
    fails = false;
    while (result.current.hasNextPage) await act(() => result.current.fetchNextPage());
    expect(shownIds(result.current.data)).toEqual(clients.map(({ client_id }) => client_id));
  });

  test('ends its request when the component is gone', async () => {
    const closed: string[] = [];
    const portal = await startPortal(
      ({ path }) =>
        (response) =>
          void response.on('close', () => closed.push(path)),
    );
    const client = createDocSpaceClient({ baseUrl: portal.url, apiKey, dialect: 'portal' });
    const { unmount } = renderHook(() => useInfiniteClients(), { wrapper: wrap(client) });
    await waitFor(() => expect(portal.paths()).toHaveLength(2));
    unmount();
    await waitFor(() => expect(closed).toEqual(['/api/2.0/clients?limit=31']));
  });

  test.each([0, 51, 2.5])('refuses the limit %j', async (limit) => {
    const { client } = infiniteList();
    const { result } = renderHook(() => useInfiniteClients({ limit }), { wrapper: wrap(client) });
    await waitFor(() => expect(result.current.error?.code).toBe('invalid_input'));
  });
});

test('two portals in one cache do not show each other’s clients', async () => {
  const one = clientOf(await startServer(() => json(200, { response: { client_id: 'x', name: 'of one' } })));
  const two = clientOf(await startServer(() => json(200, { response: { client_id: 'x', name: 'of two' } })));
  const queries = new QueryClient();
  const first = renderHook(() => useClient('x').data?.name, { wrapper: wrap(one, queries) });
  const second = renderHook(() => useClient('x').data?.name, { wrapper: wrap(two, queries) });
  await waitFor(() => expect([first.result.current, second.result.current]).toEqual(['of one', 'of two']));
});

test('without a provider the hook says what is missing', () => {
  expect(() =>
    renderHook(() => useClients(), {
      wrapper: ({ children }) => createElement(QueryClientProvider, { client: new QueryClient() }, children),
    }),
  ).toThrow('DocSpaceProvider');
});

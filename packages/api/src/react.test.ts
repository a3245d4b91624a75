// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createElement } from 'react';
import { afterEach, expect, test } from 'vitest';
import { apiKey, makeClients, pageOf, startPortal } from '../test/portal.ts';
import { json, startServer } from '../test/server.ts';
import type { TestServer } from '../test/server.ts';
import { createDocSpaceClient } from './client.ts';
import type { QueriedClient } from './react.ts';
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

test('the infinite list fetches page after page', async () => {
  const clients = makeClients(5);
  const portal = await startPortal(({ path }) => pageOf(clients, path));
  const client = createDocSpaceClient({ baseUrl: portal.url, apiKey, dialect: 'portal' });
  const { result } = renderHook(() => useInfiniteClients({ limit: 2 }), { wrapper: wrap(client) });
  for (const pages of [1, 2, 3]) {
    await waitFor(() => expect(result.current.data?.pages).toHaveLength(pages));
    expect(result.current.hasNextPage).toBe(pages < 3);
    if (pages < 3) await act(() => result.current.fetchNextPage());
  }
  expect(result.current.data?.pages.flatMap((page) => page.clients)).toEqual(clients);
});

test('the keys of two portals and of two operations do not collide', async () => {
  const one = clientOf(await startServer(() => json(200, { response: { client_id: 'x', name: 'of one' } })));
  const two = clientOf(await startServer(() => json(200, { response: { client_id: 'x', name: 'of two' } })));
  const queries = new QueryClient();
  const first = renderHook(() => useClient('x').data?.name, { wrapper: wrap(one, queries) });
  const second = renderHook(() => useClient('x').data?.name, { wrapper: wrap(two, queries) });
  await waitFor(() => expect([first.result.current, second.result.current]).toEqual(['of one', 'of two']));
  const keys = [
    docSpaceKey(one, 'getClient', 'x'),
    docSpaceKey(one, 'getClientInfo', 'x'),
    docSpaceKey(two, 'getClient', 'x'),
  ];
  expect(new Set(keys.map((key) => JSON.stringify(key))).size).toBe(3);
  expect(docSpaceKey(one, 'getClient', 'x').slice(0, 2)).toEqual(docSpaceKey(one));
});

test('without a provider the hook says what is missing', () => {
  expect(() =>
    renderHook(() => useClients(), {
      wrapper: ({ children }) => createElement(QueryClientProvider, { client: new QueryClient() }, children),
    }),
  ).toThrow('DocSpaceProvider');
});

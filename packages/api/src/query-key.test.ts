// @vitest-environment jsdom
import { dehydrate, hydrate, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook } from '@testing-library/react';
import { createElement } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { json, startServer } from '@docspace-oauth/testing/server';
import { createDocSpaceClient } from './client.ts';
import { docSpaceKey } from './query-key.ts';
import { DocSpaceProvider, useClient } from './react.ts';

const baseUrl = 'https://portal.example.com';
const mk = (cacheKey?: string, base = baseUrl): ReturnType<typeof createDocSpaceClient> =>
  createDocSpaceClient({ baseUrl: base, cacheKey });

describe('docSpaceKey', () => {
  test('is the same for every client with one cacheKey, in any process', () => {
    const expected = ['docspace-oauth', 'anna', 'getClient', 'x'];
    expect(docSpaceKey(mk('anna'), 'getClient', 'x')).toEqual(expected);
    expect(docSpaceKey(mk('anna'), 'getClient', 'x')).toEqual(expected);
  });

  test('stays the same for one client, and differs by operation, input, client and address', () => {
    const one = mk();
    expect(docSpaceKey(one, 'getClient', 'x')).toEqual(docSpaceKey(one, 'getClient', 'x'));
    expect(docSpaceKey(one, 'getClient', 'x').slice(0, 2)).toEqual(docSpaceKey(one));
    const keys = [
      docSpaceKey(one, 'getClient', 'x'),
      docSpaceKey(one, 'getClientInfo', 'x'),
      docSpaceKey(one, 'getClient', 'y'),
      docSpaceKey(mk(), 'getClient', 'x'),
      docSpaceKey(mk(undefined, 'https://other.example.com'), 'getClient', 'x'),
      docSpaceKey(mk('anna'), 'getClient', 'x'),
      docSpaceKey(mk('berta'), 'getClient', 'x'),
    ];
    expect(new Set(keys.map((key) => JSON.stringify(key))).size).toBe(keys.length);
    expect(docSpaceKey(one)[1]).toContain(baseUrl);
  });

  test('of a client without cacheKey differs in another process, whose cache may have been persisted', async () => {
    const here = docSpaceKey(mk());
    vi.resetModules();
    const { docSpaceKey: keyElsewhere } = await import('./query-key.ts');
    // Both are the first client of their process and address.
    expect(keyElsewhere(mk())).not.toEqual(here);
    const counters = [here, keyElsewhere(mk())].map((key) => String(key[1]).split(' ').length);
    expect(counters).toEqual([3, 3]);
  });

  test('knows an object that only has the methods of a DocSpace client', () => {
    const { ...copy } = mk('anna');
    expect(docSpaceKey(copy)).toEqual(docSpaceKey(copy));
    expect(docSpaceKey(copy)).not.toEqual(docSpaceKey({ ...copy }));
  });
});

test('what a server has prefetched is there in the browser, if both have the same cacheKey', async () => {
  const server = await startServer(() => json(200, { client_id: 'x', name: 'Calendar' }));
  const onServer = createDocSpaceClient({ baseUrl: server.url, dialect: 'guide', cacheKey: 'anna' });
  const prefetched = new QueryClient();
  await prefetched.prefetchQuery({
    queryKey: docSpaceKey(onServer, 'getClient', 'x'),
    queryFn: () => onServer.getClient('x'),
  });
  const inBrowser = createDocSpaceClient({
    baseUrl: 'http://127.0.0.1',
    cacheKey: 'anna',
    fetch: () => Promise.reject(new Error('nothing is fetched')),
  });
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  hydrate(queries, JSON.parse(JSON.stringify(dehydrate(prefetched))));
  const { result } = renderHook(() => useClient('x').data?.name, {
    wrapper: ({ children }) =>
      createElement(
        QueryClientProvider,
        { client: queries },
        createElement(DocSpaceProvider, { client: inBrowser }, children),
      ),
  });
  expect(result.current).toBe('Calendar');
});

test.each(['', 7, null, {}])('the cacheKey %j is refused', (cacheKey) => {
  expect(() => createDocSpaceClient({ baseUrl, cacheKey: cacheKey as string })).toThrow('cacheKey');
});

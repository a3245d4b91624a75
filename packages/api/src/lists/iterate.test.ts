import { getEventListeners } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { fetchFrom } from '@docspace-oauth/testing/store-fetch';
import { sqlStore } from '@docspace-oauth/testing/stores';
import { describe, expect, test } from 'vitest';
import { apiKey, makeClients, pageOf, startPortal } from '@docspace-oauth/testing/portal';
import { json, startServer } from '@docspace-oauth/testing/server';
import { createDocSpaceClient } from '../client.ts';
import type { IterateOptions } from './iterate.ts';

async function collect(
  docspace: ReturnType<typeof createDocSpaceClient>,
  options?: IterateOptions,
): Promise<string[]> {
  const ids: string[] = [];
  for await (const { client_id } of docspace.iterateClients(options)) ids.push(client_id);
  return ids;
}

async function portalOf(
  count: number,
): Promise<{ ids: string[]; docspace: ReturnType<typeof createDocSpaceClient>; pages: () => number }> {
  const clients = makeClients(count);
  const portal = await startPortal(({ path }) => pageOf(clients, path));
  return {
    ids: clients.map(({ client_id }) => client_id),
    docspace: createDocSpaceClient({ baseUrl: portal.url, apiKey, dialect: 'portal' }),
    pages: () => portal.paths().length - portal.tokens.length,
  };
}

describe('iterateClients', () => {
  test.each([
    [0, 1],
    [1, 1],
    [50, 1],
    [51, 2],
    [150, 3],
  ])('lists %d clients in %d pages', async (count, pageCount) => {
    const { ids, docspace, pages } = await portalOf(count);
    expect(await collect(docspace)).toEqual(ids);
    expect(pages()).toBe(pageCount);
  });

  test('fetches one page ahead of the caller, never more', async () => {
    const { docspace, pages } = await portalOf(30);
    let taken = 0;
    for await (const _ of docspace.iterateClients({ pageSize: 5 })) {
      taken++;
      // Of six pages, the one that is being worked on and the next.
      await expect.poll(pages).toBe(Math.min(6, Math.ceil(taken / 5) + 1));
    }
    expect(taken).toBe(30);
  });

  test('ends after maxItems and fetches no further page', async () => {
    const { ids, docspace, pages } = await portalOf(100);
    expect(await collect(docspace, { pageSize: 10, maxItems: 15 })).toEqual(ids.slice(0, 15));
    expect(pages()).toBe(2);
    expect(await collect(docspace, { maxItems: 0 })).toEqual([]);
    expect(pages()).toBe(2);
  });

  test('a caller who stops aborts the page that is being fetched, and leaves no listener on the signal', async () => {
    const clients = makeClients(100);
    const closed: string[] = [];
    const portal = await startPortal(({ path }) => {
      if (!path.includes('last_client_id')) return pageOf(clients, path);
      // The second page never comes: only the client can end the request.
      return (response) => void response.on('close', () => closed.push(path));
    });
    const docspace = createDocSpaceClient({ baseUrl: portal.url, apiKey, dialect: 'portal' });
    const { signal } = new AbortController();
    for await (const { client_id } of docspace.iterateClients({ pageSize: 2, signal })) {
      expect(client_id).toBe(clients[0]?.client_id);
      // The second page has been asked for when the caller stops.
      await expect.poll(() => portal.paths().length).toBe(3);
      expect(closed).toEqual([]);
      break;
    }
    await expect.poll(() => closed, { timeout: 2000 }).toEqual([portal.paths()[2]]);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  test('an abort ends the iteration with code aborted and the reason as cause', async () => {
    const { docspace } = await portalOf(100);
    const controller = new AbortController();
    const reason = new Error('enough');
    const ids: string[] = [];
    const run = async (): Promise<void> => {
      for await (const { client_id } of docspace.iterateClients({ pageSize: 2, signal: controller.signal })) {
        ids.push(client_id);
        if (ids.length === 3) controller.abort(reason);
      }
    };
    await expect(run()).rejects.toMatchObject({ code: 'aborted', cause: reason });
  });

  test('yields a client that is on two pages once', async () => {
    const [a, b, c] = makeClients(3);
    const portal = await startPortal(({ path }) =>
      path.includes('last_client_id')
        ? json(200, { data: [b, c], last_client_id: null, last_created_on: null })
        : json(200, { data: [a, b], last_client_id: b?.client_id, last_created_on: b?.created_on }),
    );
    const docspace = createDocSpaceClient({ baseUrl: portal.url, apiKey, dialect: 'portal' });
    expect(await collect(docspace as never)).toEqual([a, b, c].map((client) => client?.client_id));
  });

  test.each([
    ['a cursor that does not move', ['a', 'a', 'a']],
    ['cursors that go in a circle', ['a', 'b', 'a', 'b']],
    ['another cursor with each page', ['a', 'b', 'c', 'd']],
  ])('%s ends the iteration with a warning when nothing new comes any more', async (_, cursors) => {
    const pages = [makeClients(4).slice(0, 2), makeClients(4).slice(2)];
    let asked = 0;
    const portal = await startPortal(() => {
      const index = asked++;
      const cursor = cursors[index % cursors.length];
      return json(200, { data: pages[index % 2], last_client_id: cursor, last_created_on: `then ${cursor}` });
    });
    const warnings: string[] = [];
    const docspace = createDocSpaceClient({
      baseUrl: portal.url,
      apiKey,
      dialect: 'portal',
      hooks: { onWarning: ({ code }) => warnings.push(code) },
    });
    expect(await collect(docspace as never)).toHaveLength(4);
    expect(warnings).toEqual(['list_may_be_incomplete']);
    // Two pages bring clients, and no more than four forms of the cursor are tried after the second.
    expect(asked).toBeLessThanOrEqual(2 + 4);
  });

  test('a portal that sends a cursor until a page is empty has the list end there', async () => {
    const clients = makeClients(2);
    const portal = await startPortal(({ path }) => {
      const isFirst = !path.includes('last_client_id');
      const last = isFirst ? clients[1] : undefined;
      return json(200, {
        data: isFirst ? clients : [],
        last_client_id: last?.client_id ?? null,
        last_created_on: last?.created_on ?? null,
      });
    });
    const docspace = createDocSpaceClient({ baseUrl: portal.url, apiKey, dialect: 'portal' });
    expect(await collect(docspace as never)).toHaveLength(2);
    expect(portal.paths().length - portal.tokens.length).toBe(2);
  });

  test.each([
    ['is not a date', 'yesterday'],
    ['is a day that does not exist', '2026-02-30T12:00:00Z'],
    ['has no zone', '2026-02-03T12:00:00'],
    ['is missing', undefined],
  ])('after a client whose created_on %s, only the cursor of the portal is sent', async (_, created_on) => {
    const [one, two] = makeClients(2);
    const portal = await startPortal(({ path }) =>
      path.includes('last_client_id')
        ? json(200, { data: [two], last_client_id: null, last_created_on: null })
        : json(200, { data: [{ ...one, created_on }], last_client_id: 'a+b', last_created_on: 'then +1' }),
    );
    const docspace = createDocSpaceClient({ baseUrl: portal.url, apiKey, dialect: 'portal' });
    expect(await collect(docspace as never)).toEqual([one?.client_id, two?.client_id]);
    expect(portal.paths().at(-1)).toBe(
      '/api/2.0/clients?limit=50&last_client_id=a%2Bb&last_created_on=then%20%2B1',
    );
  });

  test.each(['guide', 'portal'] as const)(
    'in the %s’s dialect an abort ends the iteration before the next client, also within a page',
    async (dialect) => {
      const clients = makeClients(3);
      const portal = await startPortal(({ path }) => pageOf(clients, path));
      const guide = await startServer(() => json(200, { response: clients }));
      const baseUrl = dialect === 'guide' ? guide.url : portal.url;
      const docspace = createDocSpaceClient({ baseUrl, apiKey, dialect });
      for (const last of clients) {
        const controller = new AbortController();
        const ids: string[] = [];
        const run = async (): Promise<void> => {
          for await (const { client_id } of docspace.iterateClients({ signal: controller.signal })) {
            ids.push(client_id);
            if (client_id === last.client_id) controller.abort('enough');
          }
        };
        await expect(run()).rejects.toMatchObject({
          code: 'aborted',
          operationId: 'getClients',
          cause: 'enough',
        });
        expect(ids.at(-1)).toBe(last.client_id);
      }
      const aborted = docspace.iterateClients({ signal: AbortSignal.abort('before') });
      await expect(aborted.next()).rejects.toMatchObject({ code: 'aborted', cause: 'before' });
    },
  );

  test('of 10,000 clients only one page is in memory', async () => {
    setFlagsFromString('--expose_gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const description = 'x'.repeat(5000);
    const clients = makeClients(10_000).map((client) => ({ ...client, description }));
    const docspace = createDocSpaceClient({
      baseUrl: 'http://127.0.0.1',
      dialect: 'portal',
      fetch: fetchFrom(sqlStore(clients)).fetch,
    });
    const heap: number[] = [];
    let count = 0;
    for await (const _ of docspace.iterateClients()) {
      if (++count % 2500 !== 0) continue;
      collectGarbage();
      heap.push(process.memoryUsage().heapUsed);
    }
    expect(count).toBe(10_000);
    // Kept, 7,500 clients would be 37 MB.
    expect((heap[3] ?? Infinity) - (heap[0] ?? 0)).toBeLessThan(5_000_000);
  });

  test('in the guide’s dialect one request gets the whole list', async () => {
    // However large it is: there are no pages that could have been cut.
    const clients = makeClients(120).map((client) => ({ ...client, logo: 'x'.repeat(5000) }));
    const server = await startServer(() => json(200, { response: clients }));
    const docspace = createDocSpaceClient({ baseUrl: server.url, apiKey, dialect: 'guide' });
    expect(await collect(docspace)).toHaveLength(120);
    expect(server.requests).toHaveLength(1);
  });
});

import { getEventListeners } from 'node:events';
import { describe, expect, test } from 'vitest';
import { apiKey, makeClients, pageOf, startPortal } from '../../test/portal.ts';
import { json, startServer } from '../../test/server.ts';
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

  test('a cursor that does not move is an error, not an endless loop', async () => {
    const portal = await startPortal(() =>
      json(200, { data: makeClients(2), last_client_id: 'x', last_created_on: 'y' }),
    );
    const docspace = createDocSpaceClient({ baseUrl: portal.url, apiKey, dialect: 'portal' });
    await expect(collect(docspace as never)).rejects.toMatchObject({
      code: 'unexpected_response',
      operationId: 'getClients',
    });
    expect(portal.paths().length).toBeLessThan(5);
  });

  test('in the guide’s dialect one request gets the whole list', async () => {
    const clients = makeClients(120);
    const server = await startServer(() => json(200, { response: clients }));
    const docspace = createDocSpaceClient({ baseUrl: server.url, apiKey, dialect: 'guide' });
    expect(await collect(docspace)).toHaveLength(120);
    expect(server.requests).toHaveLength(1);
  });
});

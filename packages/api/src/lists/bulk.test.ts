import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apiKey, makeClients, pageOf, startPortal } from '@docspace-oauth/testing/portal';
import { json, startServer, text } from '@docspace-oauth/testing/server';
import { chunksOf } from './bulk-by-ids.ts';
import { createDocSpaceClient } from '../client.ts';
import type { DocSpaceError } from '../error.ts';

/** A portal of so many clients, and the paths of its bulk and single reads. */
async function portalOf(count: number): Promise<{
  ids: string[];
  docspace: ReturnType<typeof createDocSpaceClient>;
  paths: () => string[];
}> {
  const clients = makeClients(count);
  const byId = new Map(clients.map((client) => [client.client_id, client]));
  const portal = await startPortal(({ path }) => {
    if (path.startsWith('/api/2.0/clients/info?')) return pageOf(clients, path);
    const client = byId.get(path.split('/')[4] ?? '');
    return client ? json(200, client) : json(404, { title: 'Not Found', status: 404 });
  });
  const docspace = createDocSpaceClient({ baseUrl: portal.url, apiKey, dialect: 'portal' });
  return {
    ids: clients.map(({ client_id }) => client_id),
    docspace: docspace,
    paths: () => portal.paths().filter((path) => !path.endsWith('/token')),
  };
}

describe('portal', () => {
  test('1,000 ids of 1,000 clients take at most 24 requests', async () => {
    const { ids, docspace, paths } = await portalOf(1000);
    const { found, missing } = await docspace.getClientsInfo(ids.toReversed());
    expect(found.map(({ client_id }) => client_id)).toEqual(ids.toReversed());
    expect(missing).toEqual([]);
    expect(paths().length).toBeLessThanOrEqual(24);
  });

  test('3 ids of 10,000 clients take 3 single reads', async () => {
    const { ids, docspace, paths } = await portalOf(10_000);
    const wanted = [ids[9999], ids[5], ids[5000]] as string[];
    const { found } = await docspace.getClientsInfo(wanted);
    expect(found.map(({ client_id }) => client_id)).toEqual(wanted);
    expect(paths()).toHaveLength(3);
  });

  test.each([
    [4, 5],
    [8, 10],
    [20, 25],
    [40, 50],
  ])(
    '%d old ids of 10,000 clients take at most %d requests, a quarter of them for pages',
    async (count, most) => {
      const { ids, docspace, paths } = await portalOf(10_000);
      expect((await docspace.getClientsInfo(ids.slice(-count))).missing).toEqual([]);
      expect(paths().length).toBeLessThanOrEqual(most);
    },
  );

  test('a client with a 404 is missing, even after the last page', async () => {
    const { ids, docspace } = await portalOf(10);
    expect(await docspace.getClientsInfo(['gone', ids[0] as string])).toMatchObject({ missing: ['gone'] });
    const many = [...ids, 'gone-1', 'gone-2', 'gone-3', 'gone-4'];
    const answer = await docspace.getClientsInfo(many);
    expect(answer.found).toHaveLength(10);
    expect(answer.missing).toEqual(['gone-1', 'gone-2', 'gone-3', 'gone-4']);
  });

  test('any failure but a 404 rejects, with what was found so far', async () => {
    const clients = makeClients(1000);
    const portal = await startPortal(({ path }) => {
      if (path.includes('limit=')) return pageOf(clients, path);
      return path.includes('bad') ? json(403, { title: 'Forbidden' }) : json(404, {});
    });
    const docspace = createDocSpaceClient({ baseUrl: portal.url, apiKey, dialect: 'portal' });
    const ids = [...clients.slice(0, 5).map(({ client_id }) => client_id), 'bad'];
    const error: unknown = await docspace.getClientsInfo(ids).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'forbidden', operationId: 'getClientInfo' });
    expect((error as DocSpaceError).found).toHaveLength(5);
  });

  test('two calls that wait for the same failing token exchange each get an error of their own', async () => {
    const clients = makeClients(60);
    let refuse = false;
    const portal = await startPortal(
      ({ path }, { tokens }) => {
        if (!path.includes('limit=')) return text(403, '');
        // From the second page on the token is refused, and so is the key.
        if (path.includes('last_client_id')) {
          refuse = true;
          tokens.push('revoked');
          return text(403, '');
        }
        return pageOf(clients, path);
      },
      { exchange: () => (refuse ? text(401, '') : undefined) },
    );
    const docspace = createDocSpaceClient({ baseUrl: portal.url, apiKey, dialect: 'portal' });
    const ids = clients.map(({ client_id }) => client_id);
    const failed = (wanted: string[]): Promise<unknown> =>
      docspace.getClientsInfo(wanted).catch((error: unknown) => error);
    const [one, other] = await Promise.all([failed(ids), failed(ids.slice(40))]);
    expect(one).not.toBe(other);
    for (const [error, count] of [
      [one, 50],
      [other, 10],
    ] as const) {
      expect(error).toMatchObject({ code: 'unauthorized', operationId: 'generateJwtToken' });
      expect((error as DocSpaceError).found).toHaveLength(count);
    }
  });
});

describe('guide', () => {
  test('no request line is longer than 8 kB, at most six requests are in flight, each id is asked for once', async () => {
    const chunks = 18;
    const held: (() => void)[] = [];
    let most = 0;
    const server = await startServer(({ path }, index) => (response, request) => {
      const ids = new URL(path, 'http://localhost').searchParams.getAll('ids');
      held.push(() =>
        json(200, { response: [{ client_id: 'not asked for' }, ...ids.map((id) => ({ id }))] })(
          response,
          request,
        ),
      );
      // Answered only when six wait, so that a seventh, if there were one, would come to wait as well.
      if (held.length < 6 && index < chunks - 1) return;
      setTimeout(() => {
        most = Math.max(most, held.length);
        for (const answer of held.splice(0)) answer();
      }, 50);
    });
    const docspace = createDocSpaceClient({ baseUrl: server.url, apiKey, dialect: 'guide' });
    const ids = makeClients(3000).map(({ client_id }) => client_id);
    const { found, missing } = await docspace.getClientsInfo([...ids, ...ids]);
    expect(found.map(({ client_id }) => client_id)).toEqual(ids);
    expect(missing).toEqual([]);
    expect(most).toBe(6);
    expect(server.requests).toHaveLength(chunks);
    for (const path of server.paths()) expect(`GET ${path} HTTP/1.1`.length).toBeLessThan(8192);
    const asked = server.paths().flatMap((path) => new URL(path, server.url).searchParams.getAll('ids'));
    expect(asked.toSorted()).toEqual(ids.toSorted());
  });

  test('without ids nothing is sent', async () => {
    const server = await startServer(() => text(500, ''));
    const docspace = createDocSpaceClient({ baseUrl: server.url, apiKey });
    expect(await docspace.getClientsInfo([])).toEqual({ found: [], missing: [] });
    expect(server.requests).toHaveLength(0);
  });

  test('for any ids, found and missing are the unique ids in their order', async () => {
    const server = await startServer(({ path }) => {
      const ids = new URL(path, 'http://localhost').searchParams.getAll('ids');
      return json(
        200,
        ids.filter((id) => id.length % 2 === 0).map((client_id) => ({ client_id })),
      );
    });
    const docspace = createDocSpaceClient({ baseUrl: server.url, apiKey, dialect: 'guide' });
    const id = fc
      .stringMatching(/^[\w%+&=?#é漢Ä-]{1,20}$/)
      .filter((name) => !['info', 'public', 'consents'].includes(name));
    const fold = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
    await fc.assert(
      fc.asyncProperty(fc.array(id, { maxLength: 40 }), async (ids) => {
        const { found, missing } = await docspace.getClientsInfo(ids);
        // Only the case of ASCII letters makes no difference.
        const unique = ids.filter(
          (name, index) => ids.findIndex((one) => fold(one) === fold(name)) === index,
        );
        // A server refuses an id with a per cent sign, so it is not asked for.
        const exists = (name: string): boolean => name.length % 2 === 0 && !name.includes('%');
        expect(found.map(({ client_id }) => client_id)).toEqual(unique.filter(exists));
        expect(missing).toEqual(unique.filter((name) => !exists(name)));
        expect(server.paths().filter((path) => path.includes('%25'))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('splitting keeps every id, whatever its length', () => {
    const ids = ['a', '漢'.repeat(250), ...makeClients(500).map(({ client_id }) => client_id)];
    expect(chunksOf(ids).flat()).toEqual(ids);
  });
});

import { fetchFrom } from '@docspace-oauth/testing/store-fetch';
import { clientsOf, datesApart, sameDate } from '@docspace-oauth/testing/stored-clients';
import type { StoredClient } from '@docspace-oauth/testing/stores';
import { saasStore, sqlStore } from '@docspace-oauth/testing/stores';
import { describe, expect, test } from 'vitest';
import { createDocSpaceClient } from '../client.ts';
import type { DocSpaceClient } from '../client.ts';

const stores = [
  ['SQL', sqlStore],
  ['SaaS', saasStore],
] as const;

interface Portal {
  docspace: DocSpaceClient<'portal'>;
  paths: string[];
  warnings: string[];
}

/** A portal with these clients; `single` is what single reads find, if that is not the same. */
function portalOf(
  clients: readonly StoredClient[],
  storeOf: typeof sqlStore = sqlStore,
  single: readonly StoredClient[] = clients,
): Portal {
  const warnings: string[] = [];
  const { fetch, paths } = fetchFrom(storeOf(clients), { single });
  const docspace = createDocSpaceClient({
    baseUrl: 'http://127.0.0.1',
    dialect: 'portal',
    fetch,
    hooks: { onWarning: ({ code, operationId }) => warnings.push(`${code} ${operationId}`) },
  });
  return { docspace, paths, warnings };
}

const distinct = (count: number): StoredClient[] => clientsOf(datesApart(count, 60_000));
const idsOf = (clients: readonly StoredClient[]): string[] => clients.map(({ client_id }) => client_id);
const unknown = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `11111111-0000-4000-8000-${String(index).padStart(12, '0')}`);
const singleReads = (paths: readonly string[]): string[] => paths.filter((path) => !path.includes('limit='));

describe.each(stores)('getClientsInfo on %s', (_, storeOf) => {
  test.each([
    [200, 120, 5],
    [20, 120, 5],
    [9, 120, 5],
    [500, 1000, 24],
    [100, 0, 1],
    [10, 50, 3],
  ])(
    '%d unknown ids of %d clients take at most %d requests, no single read',
    async (count, clients, most) => {
      const { docspace, paths } = portalOf(distinct(clients), storeOf);
      const ids = unknown(count);
      expect(await docspace.getClientsInfo(ids)).toEqual({ found: [], missing: ids });
      expect(paths.length).toBeLessThanOrEqual(most);
      expect(singleReads(paths)).toEqual([]);
    },
  );

  test('known and unknown ids together need pages only', async () => {
    const clients = distinct(120);
    const { docspace, paths } = portalOf(clients, storeOf);
    const ids = [...idsOf(clients), ...unknown(100)];
    const { found, missing } = await docspace.getClientsInfo(ids);
    expect([idsOf(found as never), missing]).toEqual([idsOf(clients), unknown(100)]);
    expect(paths.length).toBeLessThanOrEqual(5);
  });

  test('a client that was invalidated is missing, although a single read finds it', async () => {
    const clients = distinct(120);
    const [invalidated, ...rest] = clients;
    const { docspace } = portalOf(rest, storeOf, clients);
    const { missing } = await docspace.getClientsInfo(idsOf(clients));
    expect(missing).toEqual([invalidated?.client_id]);
  });

  test('clients that the store cuts out of a page are found, however small the body is', async () => {
    const clients = clientsOf(datesApart(20, 60_000), { redirect_uris: ['x'.repeat(341_000)] });
    const { docspace, warnings } = portalOf(clients, storeOf, []);
    expect((await docspace.getClientsInfo(idsOf(clients))).missing).toEqual([]);
    expect(warnings).toEqual([]);
  });

  test('60 clients of one date are found, one by one if the pages do not reach them', async () => {
    const clients = clientsOf([
      ...sameDate(60, '2026-04-01T12:00:00.5Z'),
      ...datesApart(30, 60_000, '2026-03-01T00:00:00Z'),
    ]);
    const { docspace, paths, warnings } = portalOf(clients, storeOf);
    const ids = [...idsOf(clients), ...unknown(2)];
    const { found, missing } = await docspace.getClientsInfo(ids);
    expect([idsOf(found as never), missing]).toEqual([idsOf(clients), unknown(2)]);
    const isReported = storeOf === sqlStore;
    expect(warnings).toEqual(isReported ? ['list_may_be_incomplete getClientsInfo'] : []);
    expect(singleReads(paths)).toHaveLength(isReported ? 12 : 0);
  });
});

describe('an id that begins with feed', () => {
  const feeds = ['feed0000-0000-4000-8000-000000000000', 'feedbeef-0000-4000-8000-000000000001'];
  const clients = distinct(300).map((client, index) => ({
    ...client,
    client_id: feeds[index - 250] ?? client.client_id,
  }));

  test.each([feeds, [feeds[0]?.toUpperCase() ?? '']])('is found in the pages: %s', async (...ids) => {
    const { docspace, paths } = portalOf(clients);
    const { found, missing } = await docspace.getClientsInfo(ids);
    expect([idsOf(found as never), missing]).toEqual([ids.map((id) => id.toLowerCase()), []]);
    expect(singleReads(paths)).toEqual([]);
  });

  test('is missing without a single read if no page has it', async () => {
    const { docspace, paths } = portalOf(distinct(120));
    expect(await docspace.getClientsInfo(feeds)).toEqual({ found: [], missing: feeds });
    expect(paths.length).toBeLessThanOrEqual(5);
    expect(singleReads(paths)).toEqual([]);
  });
});

test('an id that begins with feed is not read alone even if the pages may be incomplete', async () => {
  const feed = 'feed0000-0000-4000-8000-000000000000';
  const { docspace, paths, warnings } = portalOf(clientsOf(sameDate(60, '2026-04-01T12:00:00.5Z')));
  expect(await docspace.getClientsInfo([feed])).toEqual({ found: [], missing: [feed] });
  expect(warnings).toEqual(['list_may_be_incomplete getClientsInfo']);
  expect(singleReads(paths)).toEqual([]);
});

describe('ids without regard to case', () => {
  const clients = distinct(60).map((client, index) => ({
    ...client,
    client_id: `ABCDEF${index}-0000`.toLowerCase(),
  }));
  const upper = idsOf(clients).map((id) => id.toUpperCase());

  test.each([
    ['few', 2],
    ['many', 60],
  ])('%s ids in upper case are found, with client_id as the server sends it', async (_, count) => {
    const { docspace } = portalOf(clients);
    const { found, missing } = await docspace.getClientsInfo(upper.slice(0, count));
    expect([idsOf(found as never), missing]).toEqual([idsOf(clients).slice(0, count), []]);
  });

  test('ids that differ only in case are one id, and missing has its first spelling', async () => {
    const { docspace, paths } = portalOf(clients);
    const [known = ''] = idsOf(clients);
    const answer = await docspace.getClientsInfo(['GONE', 'gone', known, known.toUpperCase(), 'Gone']);
    expect([idsOf(answer.found as never), answer.missing]).toEqual([[known], ['GONE']]);
    expect(paths).toHaveLength(2);
  });
});

test.each(['a;b', '50%', 'a..b', '..', '..\\windows', 'a//b', ';'])(
  'the id %j, which a portal refuses, is missing and is not asked for',
  async (id) => {
    const clients = distinct(10);
    for (const ids of [[id], [id, ...idsOf(clients).slice(0, 2)], [id, ...idsOf(clients)]]) {
      const { docspace, paths } = portalOf(clients);
      const { found, missing } = await docspace.getClientsInfo(ids);
      expect([idsOf(found as never), missing]).toEqual([ids.slice(1), [id]]);
      expect(paths).toHaveLength(ids.length > 4 ? 1 : ids.length - 1);
    }
  },
);

test('of 200 wanted clients, an abort during the pages rejects with what was found by then', async () => {
  const clients = distinct(200);
  const controller = new AbortController();
  const { fetch } = fetchFrom(sqlStore(clients));
  let requests = 0;
  const docspace = createDocSpaceClient({
    baseUrl: 'http://127.0.0.1',
    dialect: 'portal',
    fetch(...request) {
      if (++requests === 3) controller.abort('enough');
      return fetch(...request);
    },
  });
  const call = docspace.getClientsInfo(idsOf(clients), { signal: controller.signal });
  await expect(call).rejects.toMatchObject({ code: 'aborted', cause: 'enough' });
  await expect(call).rejects.toHaveProperty('found.length', 99);
});

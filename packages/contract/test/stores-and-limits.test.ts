import { createDocSpaceClient } from '@docspace-oauth/api';
import type { Mock, MockOptions } from '@docspace-oauth/mock';
import { startMock } from '@docspace-oauth/mock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** Twenty clients, newest first: ten of one date between five newer and five older ones. */
const clients = Array.from({ length: 20 }, (_, index) => {
  const day = index < 5 ? 20 - index : index < 15 ? 10 : 20 - index;
  return {
    client_id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    name: `Client ${index}`,
    created_on: `2026-04-${String(day).padStart(2, '0')}T12:00:00.123456Z`,
  };
});
const ids = clients.map(({ client_id }) => client_id);

const portals = (['sql', 'saas'] as const).flatMap((store) =>
  (['full', 'minified'] as const).map((limits) => ({ store, limits })),
);

// Beside each other: the reads of public information take two seconds, since a portal takes 25 a second.
describe.concurrent.each(portals)(
  'the client on a portal with the store $store and the limits $limits',
  (options) => {
    let mock: Mock;
    let docspace: ReturnType<typeof createDocSpaceClient>;
    const refusals = (operation: string): number =>
      mock.requests.filter(({ operationId, status }) => operationId === operation && status === 429).length;
    beforeAll(async () => {
      mock = await startPortal(options);
      docspace = createDocSpaceClient({ baseUrl: mock.url, apiKey: 'admin-1' });
    });
    afterAll(() => mock.close());

    test('a program that follows the cursors in pages of 7 loses clients, so the next test can fail', async () => {
      const found = new Set<string>();
      let { clients: page, next } = await docspace.getClients({ limit: 7 });
      for (const { client_id } of page) found.add(client_id);
      while (next) {
        ({ clients: page, next } = await docspace.getClients({ limit: 7, cursor: next }));
        for (const { client_id } of page) found.add(client_id);
      }
      expect(found.size).toBeLessThan(clients.length);
    });

    test.each([1, 7, 50])('lists every client once, in pages of %i', async (pageSize) => {
      const found: string[] = [];
      for await (const { client_id } of docspace.iterateClients({ pageSize })) found.push(client_id);
      expect(found.toSorted()).toEqual(ids);
      expect(refusals('getClients')).toBe(0);
    });

    test('reads 40 public records at once, with few refusals', async () => {
      const reads = Array.from({ length: 40 }, (_, index) => ids[index % ids.length] ?? '');
      const shown = await Promise.all(reads.map((id) => docspace.getPublicClientInfo(id)));
      expect(shown.map(({ client_id }) => client_id)).toEqual(reads);
      expect(refusals('getPublicClientInfo')).toBeLessThanOrEqual(8);
    });
  },
);

test.concurrent.each(['full', 'minified'] as const)(
  'a program that reads 40 public records at once is refused some with the limits %s, so the test above can fail',
  async (limits) => {
    const mock = await startPortal({ limits });
    try {
      const url = `${mock.url}/api/2.0/clients/${ids[0]}/public/info`;
      const statuses = await Promise.all(Array.from({ length: 40 }, async () => (await fetch(url)).status));
      expect(statuses).toContain(429);
    } finally {
      await mock.close();
    }
  },
);

/** A mock of a portal with these clients. */
async function startPortal(options: MockOptions): Promise<Mock> {
  const mock = await startMock({ dialect: 'portal', ...options });
  const response = await fetch(`${mock.url}/__mock/clients`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ clients }),
  });
  expect(response.status).toBe(200);
  return mock;
}

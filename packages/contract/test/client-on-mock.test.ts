import type { DocSpaceClientOptions } from '@docspace-oauth/api';
import { createDocSpaceClient } from '@docspace-oauth/api';
import { validate } from '@docspace-oauth/api/validate';
import type { Mock, MockOptions } from '@docspace-oauth/mock';
import { startMock } from '@docspace-oauth/mock';
import { dialects } from '@docspace-oauth/openapi';
import { describe, expect, onTestFinished, test } from 'vitest';

type Client = ReturnType<typeof createDocSpaceClient>;

async function start(
  options: MockOptions,
): Promise<{ mock: Mock; as: (key: string, more?: Partial<DocSpaceClientOptions>) => Client }> {
  const mock = await startMock(options);
  onTestFinished(() => mock.close());
  return {
    mock,
    as: (apiKey, more) => createDocSpaceClient({ baseUrl: mock.url, apiKey, validate, ...more }),
  };
}

async function idsOf(client: Client): Promise<string[]> {
  const ids: string[] = [];
  for await (const { client_id } of client.iterateClients()) ids.push(client_id);
  return ids;
}

describe.each(dialects)('the client on the mock of the %s dialect', (dialect) => {
  test('detects the dialect, iterates over 500 clients and finds each of them by its id', async () => {
    const { as } = await start({ dialect, clients: 493 });
    const client = as('admin-1');
    expect(await client.dialect()).toBe(dialect);
    const ids = await idsOf(client);
    expect(new Set(ids).size).toBe(500);
    const { found, missing } = await client.getClientsInfo([...ids, 'nobody']);
    expect(found.map(({ client_id }) => client_id)).toEqual(ids);
    expect(missing).toEqual(['nobody']);
  });

  test('each operation returns the client that was asked for, and public information has no secret', async () => {
    const { as } = await start({ dialect });
    const client = as('admin-1');
    for (const listed of (await client.getClients()).clients) {
      const { client_id, name } = listed;
      expect(await client.getClient(client_id)).toMatchObject({ client_id, name });
      expect(await client.getClientInfo(client_id)).toMatchObject({ client_id, name });
      const shown = await client.getPublicClientInfo(client_id);
      expect(shown).toMatchObject({ client_id, name });
      expect(shown).not.toHaveProperty('client_secret');
    }
  });

  test('a user sees their own clients only; those of another user are not found, except for public information', async () => {
    const { as } = await start({ dialect });
    const all = await idsOf(as('admin-1'));
    const own = await idsOf(as('user-1'));
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThan(all.length);
    const another = all.find((id) => !own.includes(id)) ?? '';
    await expect(as('user-1').getClient(another)).rejects.toMatchObject({ code: 'not_found' });
    expect(await as('user-1').getPublicClientInfo(another)).toMatchObject({ client_id: another });
  });

  test('a guest is forbidden; an unknown or malformed id is not found', async () => {
    const { as } = await start({ dialect });
    await expect(as('guest-1').getClients()).rejects.toMatchObject({ code: 'forbidden', status: 403 });
    for (const id of ['00000000-0000-0000-0000-000000000000', 'not-a-uuid']) {
      await expect(as('admin-1').getClient(id)).rejects.toMatchObject({ code: 'not_found', status: 404 });
      await expect(as('admin-1').getPublicClientInfo(id)).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  test('a caller beyond the rate limit gets rate_limited when the client may not wait', async () => {
    const { as } = await start({ dialect });
    const client = as('limited-2', { retry: { maxServerDelayMs: 10 } });
    await client.getClients();
    const error: unknown = await (async () => {
      for (let call = 0; call < 5; call++) await client.getClients();
      return undefined;
    })().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'rate_limited' });
  });

  test('a server that is down is an error after three attempts, and scenarios can be changed and reset', async () => {
    const { mock, as } = await start({ dialect });
    const client = as('admin-1', { dialect, retry: { minDelayMs: 1 } });
    await mock.setScenario('down');
    await expect(client.getClients()).rejects.toMatchObject({
      code: 'server_error',
      status: 502,
      attempts: 3,
    });
    await mock.setScenario('empty');
    expect((await client.getClients()).clients).toEqual([]);
    await mock.reset();
    expect((await client.getClients()).clients).toHaveLength(7);
  });
});

test('an expired token is renewed, and the caller does not notice', async () => {
  const { mock, as } = await start({ dialect: 'portal', tokenTtl: 1 });
  const client = as('admin-1');
  await client.getClients();
  const exchanges = (): number =>
    mock.requests.filter(({ operationId }) => operationId === 'generateJwtToken').length;
  await expect
    .poll(async () => ((await client.getClients()).clients.length, exchanges()), { timeout: 10_000 })
    .toBeGreaterThan(1);
});

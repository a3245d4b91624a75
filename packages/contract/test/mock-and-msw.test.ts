import { createDocSpaceClient } from '@docspace-oauth/api';
import { createHttp } from '@docspace-oauth/api/http';
import { startMock } from '@docspace-oauth/mock';
import { mockHandlers } from '@docspace-oauth/mock/msw';
import type { Dialect } from '@docspace-oauth/openapi';
import { dialects } from '@docspace-oauth/openapi';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** One suite over both faces of the mock: the HTTP server, and the MSW handlers in this process. */
interface Served {
  readonly url: string;
  close(): Promise<void>;
}

async function overHttp(dialect: Dialect): Promise<Served> {
  const mock = await startMock({ dialect, clients: 93 });
  return { url: mock.url, close: () => mock.close() };
}

async function overMsw(dialect: Dialect): Promise<Served> {
  const url = 'http://localhost/docspace';
  const { handlers } = mockHandlers({ dialect, baseUrl: url, clients: 93 });
  const server = setupServer(...handlers);
  server.listen({ onUnhandledFrame: 'error' });
  return { url, close: async () => server.close() };
}

const faces = { HTTP: overHttp, MSW: overMsw };
const combinations = Object.entries(faces).flatMap(([face, serve]) =>
  dialects.map((dialect) => [face, dialect, serve] as const),
);

describe.each(combinations)('%s, %s', (_, dialect, serve) => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(dialect);
  });
  afterAll(() => served.close());
  const as = (apiKey: string): ReturnType<typeof createDocSpaceClient> =>
    createDocSpaceClient({ baseUrl: served.url, apiKey });
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(served.url + path, { headers });

  test('the dialect is detected, a hundred clients are listed, and ids are found in bulk', async () => {
    const client = as('admin-1');
    expect(await client.dialect()).toBe(dialect);
    const ids: string[] = [];
    for await (const { client_id } of client.iterateClients({ pageSize: 20 })) ids.push(client_id);
    expect(new Set(ids).size).toBe(100);
    const { found, missing } = await client.getClientsInfo([...ids.slice(90), 'nobody']);
    expect(found.map(({ client_id }) => client_id)).toEqual(ids.slice(90));
    expect(missing).toEqual(['nobody']);
  });

  test('single reads return the client of the id, with its secret only where the dialect has it', async () => {
    const client = as('admin-1');
    const { clients } = await client.getClients();
    const { client_id = '', name } = clients[1] ?? {};
    const single = await client.getClient(client_id);
    const info = await client.getClientInfo(client_id);
    expect([single.name, info.name]).toEqual([name, name]);
    const secrets = [single.client_secret !== undefined, info.client_secret !== undefined];
    expect(secrets).toEqual(dialect === 'guide' ? [false, true] : [true, false]);
    expect(await client.getPublicClientInfo(client_id)).not.toHaveProperty('client_secret');
  });

  test('an unknown id is not found, and a guest is forbidden', async () => {
    await expect(as('admin-1').getClient('unknown')).rejects.toMatchObject({
      code: 'not_found',
      status: 404,
    });
    await expect(as('guest-1').getClients()).rejects.toMatchObject({ code: 'forbidden', status: 403 });
  });

  test('a request without a credential is refused with the status of the dialect, except for public information', async () => {
    const refused = await get('/api/2.0/clients');
    expect(refused.status).toBe(dialect === 'guide' ? 401 : 403);
    const { clients } = await as('admin-1').getClients();
    const id = clients[0]?.client_id ?? '';
    const path =
      dialect === 'guide' ? `/api/2.0/clients/public/${id}/info` : `/api/2.0/clients/${id}/public/info`;
    expect((await get(path)).status).toBe(200);
  });

  test('/clients/info is never taken for {id}', async () => {
    const http = createHttp(as('admin-1'));
    const { response } = await http.GET('/api/2.0/clients/info', { params: { query: { ids: [] } } });
    expect(response.status).toBe(400);
  });
});

test('the clients behind the MSW handlers can be replaced, removed and reset', async () => {
  const baseUrl = 'http://localhost/other';
  const mock = mockHandlers({ baseUrl });
  const server = setupServer(...mock.handlers);
  server.listen({ onUnhandledFrame: 'error' });
  try {
    const client = createDocSpaceClient({ baseUrl, apiKey: 'admin-1' });
    const names = async (): Promise<string[]> => (await client.getClients()).clients.map(({ name }) => name);
    mock.setClients([{ name: 'Only one' }]);
    expect(await names()).toEqual(['Only one']);
    mock.reset();
    expect(await names()).toHaveLength(7);
    const [first] = (await client.getClients()).clients;
    expect(mock.removeClient(first?.client_id ?? '')).toBe(true);
    expect(await names()).toHaveLength(6);
  } finally {
    server.close();
  }
});

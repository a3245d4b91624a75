import { describe, expect, test } from 'vitest';
import { apiKey, startPortal } from '@docspace-oauth/testing/portal';
import { inTurn, json, reset, startServer, text } from '@docspace-oauth/testing/server';
import { createDocSpaceClient } from './client.ts';
import { isDocSpaceError } from './error.ts';
import { createHttp } from './http.ts';

const client = { id: 'a-1', client_id: 'a-1', name: 'Calendar' };

describe('createHttp', () => {
  test('sends the key in the guide’s dialect, and hands out data and errors as openapi-fetch does', async () => {
    const server = await startServer(inTurn(json(200, [client]), json(404, { title: 'Not Found' })));
    const http = createHttp(createDocSpaceClient({ baseUrl: server.url, apiKey, dialect: 'guide' }));
    const { data } = await http.GET('/api/2.0/clients');
    expect(data).toEqual([client]);
    const { error, response } = await http.GET('/api/2.0/clients/{id}', { params: { path: { id: 'x' } } });
    expect(response.status).toBe(404);
    expect(error).toEqual({ title: 'Not Found' });
    expect(server.requests[1]?.headers.authorization).toBe(`Bearer ${apiKey}`);
  });

  test('sends the token in the portal’s dialect, and nothing with public information', async () => {
    const portal = await startPortal(() => json(200, client));
    const docspace = createDocSpaceClient({
      baseUrl: `${portal.url}/prefix`,
      apiKey,
      dialect: 'portal',
      // The portal of this test knows no prefix.
      fetch: (url, init) => fetch(url.replace('/prefix', ''), init),
    });
    const http = createHttp(docspace);
    const params = { path: { id: 'a-1' } };
    expect((await http.GET('/api/2.0/clients/{id}', { params })).data).toEqual(client);
    expect((await http.GET('/api/2.0/clients/{id}/public/info', { params })).data).toEqual(client);
    const [, signed, anonymous] = portal.requests;
    expect(signed?.headers['x-signature']).toBe(portal.tokens[0]);
    expect(anonymous?.headers).not.toHaveProperty('x-signature');
  });

  test('retries as the methods do', async () => {
    const server = await startServer(inTurn(reset, text(503, ''), json(200, [client])));
    const docspace = createDocSpaceClient({
      baseUrl: server.url,
      dialect: 'guide',
      retry: { minDelayMs: 1 },
    });
    const { data } = await createHttp(docspace).GET('/api/2.0/clients');
    expect(data).toEqual([client]);
    expect(server.requests).toHaveLength(3);
  });

  test('sends nothing to another origin, nothing outside of the path prefix, and nothing but GET', async () => {
    const server = await startServer(() => json(200, []));
    const baseUrl = `${server.url}/prefix`;
    const http = createHttp(createDocSpaceClient({ baseUrl, apiKey, dialect: 'guide' }));
    const refused = { code: 'invalid_input' };
    for (const other of ['http://127.0.0.1:9', server.url, `${baseUrl}-2`]) {
      await expect(http.GET('/api/2.0/clients', { baseUrl: other })).rejects.toMatchObject(refused);
    }
    await expect(http.request('post', '/api/2.0/clients' as never)).rejects.toMatchObject(refused);
    expect(server.requests).toHaveLength(0);
  });

  test('middleware can change the request, and can clone the response', async () => {
    const server = await startServer(() => json(200, [client]));
    const http = createHttp(createDocSpaceClient({ baseUrl: server.url, apiKey, dialect: 'guide' }));
    const seen: unknown[] = [];
    http.use({
      onRequest: ({ request }) => request.headers.set('x-request-id', '7'),
      async onResponse({ response }) {
        seen.push(response.url, await response.clone().json());
      },
    });
    expect((await http.GET('/api/2.0/clients')).data).toEqual([client]);
    expect(seen).toEqual([`${server.url}/api/2.0/clients`, [client]]);
    expect(server.requests[0]?.headers['x-request-id']).toBe('7');
  });

  test('middleware cannot replace the credential', async () => {
    const server = await startServer(() => json(200, []));
    const http = createHttp(createDocSpaceClient({ baseUrl: server.url, apiKey, dialect: 'guide' }));
    http.use({ onRequest: ({ request }) => request.headers.set('Authorization', 'Bearer other') });
    await http.GET('/api/2.0/clients');
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${apiKey}`);
  });

  test.each([
    ['a reason beyond Latin-1', 404, 'Не найдено'],
    ['a status beyond the standard’s', 999, 'Denied'],
  ])('hands out a response with %s, and its clone is not a success either', async (_, status, reason) => {
    const server = await startServer(() => (response) => {
      response.socket?.end(`HTTP/1.1 ${status} ${reason}\r\ncontent-length: 4\r\n\r\nnope`);
    });
    const http = createHttp(createDocSpaceClient({ baseUrl: server.url, dialect: 'guide' }));
    const clones: boolean[] = [];
    http.use({ onResponse: ({ response }) => void clones.push(response.clone().ok) });
    const { response, error } = await http.GET('/api/2.0/clients');
    expect({ status: response.status, error }).toEqual({ status, error: 'nope' });
    expect(clones).toEqual([false]);
  });

  test('rejects with a DocSpaceError if there is no response', async () => {
    const server = await startServer(() => reset);
    const docspace = createDocSpaceClient({ baseUrl: server.url, dialect: 'guide', retry: { attempts: 1 } });
    const error: unknown = await createHttp(docspace)
      .GET('/api/2.0/clients')
      .catch((thrown: unknown) => thrown);
    expect(isDocSpaceError(error) && [error.code, error.operationId]).toEqual(['network', 'getClients']);
  });

  test('refuses anything but a DocSpace client', () => {
    const docspace = createDocSpaceClient({ baseUrl: 'http://127.0.0.1:9' });
    for (const other of [{}, null, undefined, { ...docspace }]) {
      expect(() => createHttp(other as typeof docspace)).toThrow('not a DocSpace client');
    }
  });
});

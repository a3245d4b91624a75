import { describe, expect, test } from 'vitest';
import { apiKey, makeClients, pageOf, startPortal } from '@docspace-oauth/testing/portal';
import { inTurn, json, silence, startServer, text } from '@docspace-oauth/testing/server';
import { createDocSpaceClient } from './client.ts';

const client = { id: 'a-1', client_id: 'a-1', name: 'Calendar', client_secret: 'very-secret-value' };

describe('the guide’s dialect', () => {
  test.each([
    ['an envelope', { response: [client] }],
    ['a bare array', [client]],
    ['a page', { data: [client], limit: 30, last_client_id: null, last_created_on: null }],
  ])('getClients reads %s', async (_, body) => {
    const server = await startServer(() => json(200, body));
    const docspace = createDocSpaceClient({ baseUrl: server.url, apiKey, dialect: 'guide' });
    expect(await docspace.getClients()).toEqual({ clients: [client], next: null });
    expect(server.paths()).toEqual(['/api/2.0/clients']);
    expect(server.requests[0]?.headers).toMatchObject({ authorization: `Bearer ${apiKey}` });
  });

  test('single reads use the guide’s paths, and read an envelope or a bare body', async () => {
    const server = await startServer(inTurn(json(200, { response: client }), json(200, client)));
    const docspace = createDocSpaceClient({ baseUrl: `${server.url}/prefix/`, apiKey, dialect: 'guide' });
    expect(await docspace.getClient('a-1')).toEqual(client);
    expect(await docspace.getClientInfo('a-1')).toEqual(client);
    expect(await docspace.getPublicClientInfo('a-1')).toEqual({ client_id: 'a-1', name: 'Calendar' });
    expect(server.paths()).toEqual([
      '/prefix/api/2.0/clients/a-1',
      '/prefix/api/2.0/clients/a-1/info',
      '/prefix/api/2.0/clients/public/a-1/info',
    ]);
    expect(server.requests[2]?.headers).not.toHaveProperty('authorization');
    for (const { headers } of server.requests) expect(headers).not.toHaveProperty('cookie');
  });

  test('client_id is taken from id if only id is sent', async () => {
    const server = await startServer(() => json(200, { response: { id: 'b-2', name: 'Only id' } }));
    const docspace = createDocSpaceClient({ baseUrl: server.url, apiKey, dialect: 'guide' });
    expect((await docspace.getClient('b-2')).client_id).toBe('b-2');
  });

  test('an id is escaped in the path', async () => {
    const server = await startServer(() => json(200, { client_id: 'x' }));
    const docspace = createDocSpaceClient({ baseUrl: server.url, apiKey, dialect: 'guide' });
    await docspace.getClient('a?b#c&d漢');
    expect(server.paths()).toEqual(['/api/2.0/clients/a%3Fb%23c%26d%E6%BC%A2']);
  });

  test('an empty 403 to a key hints at the dialect', async () => {
    const server = await startServer(() => text(403, ''));
    const docspace = createDocSpaceClient({ baseUrl: server.url, apiKey, dialect: 'guide' });
    await expect(docspace.getClients()).rejects.toMatchObject({
      code: 'forbidden',
      status: 403,
      operationId: 'getClients',
      hint: expect.stringContaining("dialect to 'portal'") as string,
    });
  });
});

describe('the portal’s dialect', () => {
  test('the key is exchanged once, and its token is sent with each call', async () => {
    const portal = await startPortal(({ path }) => pageOf(makeClients(3), path));
    const docspace = createDocSpaceClient({ baseUrl: portal.url, apiKey, dialect: 'portal' });
    await Promise.all([docspace.getClients(), docspace.getClients(), docspace.getClients({ limit: 2 })]);
    expect(portal.tokens).toHaveLength(1);
    const [exchange, ...calls] = portal.requests;
    expect(exchange?.headers.authorization).toBe(`Bearer ${apiKey}`);
    expect(calls).toHaveLength(3);
    for (const { headers } of calls) {
      expect(headers['x-signature']).toBe(portal.tokens[0]);
      expect(headers).not.toHaveProperty('authorization');
      expect(headers).not.toHaveProperty('cookie');
    }
  });

  test('the cursor of a page is sent back verbatim', async () => {
    const cursor = { last_client_id: 'c', last_created_on: '2024-05-01T10:00:00.123456+08:00' };
    const portal = await startPortal(() => json(200, { data: [{ client_id: 'c' }], limit: 1, ...cursor }));
    const docspace = createDocSpaceClient({ baseUrl: portal.url, apiKey, dialect: 'portal' });
    const { next } = await docspace.getClients({ limit: 1 });
    expect(next).toEqual(cursor);
    await docspace.getClients({ limit: 1, cursor: next });
    const query = new URL(portal.paths()[2] ?? '', portal.url).searchParams;
    expect(Object.fromEntries(query)).toEqual({ limit: '1', ...cursor });
  });

  test('public information is read without a credential and without a token exchange', async () => {
    const portal = await startPortal(() =>
      json(200, { client_id: 'a', name: 'A', created_by: 'someone', tenant: 1 }),
    );
    const docspace = createDocSpaceClient({ baseUrl: portal.url, apiKey, dialect: 'portal' });
    expect(await docspace.getPublicClientInfo('a')).toEqual({ client_id: 'a', name: 'A' });
    expect(portal.paths()).toEqual(['/api/2.0/clients/a/public/info']);
    expect(portal.requests[0]?.headers).not.toHaveProperty('x-signature');
  });

  test('an empty 403 renews the token once, then it is forbidden', async () => {
    let refusals = 1;
    const portal = await startPortal(() => (refusals-- > 0 ? text(403, '') : json(200, { client_id: 'a' })));
    const docspace = createDocSpaceClient({ baseUrl: portal.url, apiKey, dialect: 'portal' });
    expect(await docspace.getClient('a')).toEqual({ client_id: 'a' });
    expect(portal.tokens).toHaveLength(2);
    refusals = 2;
    await expect(docspace.getClient('a')).rejects.toMatchObject({ code: 'forbidden', status: 403 });
    expect(portal.tokens).toHaveLength(3);
  });

  test('a 403 with a body refuses the role, so the token is kept', async () => {
    const portal = await startPortal(() => json(403, { title: 'Forbidden', status: 403, detail: 'guest' }));
    const docspace = createDocSpaceClient({ baseUrl: portal.url, apiKey, dialect: 'portal' });
    await expect(docspace.getClient('a')).rejects.toMatchObject({
      code: 'forbidden',
      problem: { title: 'Forbidden', status: 403, detail: 'guest' },
      hint: expect.stringContaining('administrator') as string,
    });
    expect(portal.tokens).toHaveLength(1);
  });

  test('a token is renewed before it expires', async () => {
    const portal = await startPortal(() => json(200, { client_id: 'a' }), { lifeMs: 40 });
    const docspace = createDocSpaceClient({ baseUrl: portal.url, apiKey, dialect: 'portal' });
    await docspace.getClient('a');
    await expect.poll(async () => (await docspace.getClient('a'), portal.tokens.length)).toBeGreaterThan(1);
  });

  test.each([
    ['a wrong key', text(401, ''), 'unauthorized', 'mistyped'],
    [
      'a key without the scope',
      json(403, { status: 1, statusCode: 403, error: { message: 'Denied' } }),
      'forbidden',
      '*:read',
    ],
  ])('after %s the hint says what to check', async (_, reply, code, hint) => {
    const portal = await startPortal(() => json(200, {}), { exchange: () => reply });
    const docspace = createDocSpaceClient({ baseUrl: portal.url, apiKey, dialect: 'portal' });
    await expect(docspace.getClients()).rejects.toMatchObject({
      code,
      operationId: 'generateJwtToken',
      hint: expect.stringContaining(hint) as string,
    });
  });
});

describe('auto', () => {
  test('detects a portal, and uses the token of that request', async () => {
    const portal = await startPortal(({ path }) => pageOf(makeClients(1), path));
    const docspace = createDocSpaceClient({ baseUrl: portal.url, apiKey });
    const [dialect] = await Promise.all([docspace.dialect(), docspace.getClients(), docspace.getClients()]);
    expect(dialect).toBe('portal');
    expect(portal.paths().filter((path) => path.endsWith('/token'))).toHaveLength(1);
  });

  test.each([
    ['404', json(404, {})],
    ['405', text(405, '')],
  ])('%s at the token endpoint means the guide’s dialect', async (_, reply) => {
    const server = await startServer(({ path }) => (path.endsWith('/token') ? reply : json(200, [])));
    const docspace = createDocSpaceClient({ baseUrl: server.url, apiKey });
    await Promise.all([docspace.getClients(), docspace.getClients()]);
    expect(await docspace.dialect()).toBe('guide');
    expect(server.paths().filter((path) => path.endsWith('/token'))).toHaveLength(1);
  });

  test('the time limit of a call includes asking for the dialect', async () => {
    const server = await startServer(() => silence);
    const docspace = createDocSpaceClient({ baseUrl: server.url, apiKey, timeoutMs: 50 });
    // The call itself, not the exchange beneath, whose own time would begin later.
    await expect(docspace.getClient('a')).rejects.toMatchObject({
      code: 'timeout',
      operationId: 'getClient',
    });
  });

  test('a failure does not decide the dialect and is not remembered', async () => {
    let down = true;
    const server = await startServer(({ path }) =>
      down ? text(500, '') : path.endsWith('/token') ? text(404, '') : json(200, []),
    );
    const docspace = createDocSpaceClient({ baseUrl: server.url, apiKey });
    await expect(docspace.getClients()).rejects.toMatchObject({ code: 'server_error', status: 500 });
    down = false;
    expect(await docspace.dialect()).toBe('guide');
  });
});

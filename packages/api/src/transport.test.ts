import { describe, expect, test } from 'vitest';
import { apiKey, startPortal } from '@docspace-oauth/testing/portal';
import { json, reset, silence, startServer, text } from '@docspace-oauth/testing/server';
import { createDocSpaceClient } from './client.ts';
import { operationOf, tokenPath, transportOf } from './transport.ts';

const target = '/api/2.0/clients?limit=1&last_created_on=2024-05-01T10:00:00%2B08:00';

describe('send', () => {
  test('sends path and query verbatim, and resolves to the response with its dialect and attempts', async () => {
    const portal = await startPortal(() => json(200, { data: [] }, { 'x-ratelimit-remaining': '9' }));
    const { send } = transportOf(createDocSpaceClient({ baseUrl: portal.url, apiKey, dialect: 'portal' }));
    const reply = await send({ operationId: 'getClients', path: target, headers: { 'x-trace': '1' } });
    expect(reply).toMatchObject({
      status: 200,
      text: '{"data":[]}',
      url: portal.url + target,
      dialect: 'portal',
      attempts: 1,
      retryAfterMs: undefined,
    });
    expect(reply.headers.get('x-ratelimit-remaining')).toBe('9');
    expect(portal.paths()).toEqual([tokenPath, target]);
    expect(portal.requests[1]?.headers).toMatchObject({ 'x-trace': '1', 'x-signature': portal.tokens[0] });
  });

  test.each([
    ['an error', 404, {}],
    ['a redirect, which is not followed', 302, { location: '/elsewhere' }],
    ['an error of a proxy in front', 501, { 'content-type': 'text/html' }],
  ])('resolves to %s', async (_, status, headers) => {
    const server = await startServer(() => text(status, 'the body', headers));
    const { send } = transportOf(createDocSpaceClient({ baseUrl: server.url, dialect: 'guide' }));
    const reply = await send({ operationId: undefined, path: '/any' });
    expect(reply).toMatchObject({ status, text: 'the body', attempts: 1 });
    expect(server.paths()).toEqual(['/any']);
  });

  test.each([
    ['a broken connection', { retry: { attempts: 2, minDelayMs: 1 } }, reset, 'network', 2],
    ['a silent server', { timeoutMs: 40 }, silence, 'timeout', 1],
    ['a body that is too large', { maxBodyBytes: 3 }, text(200, 'four'), 'unexpected_response', 1],
  ])('rejects after %s', async (_, options, reply, code, attempts) => {
    const server = await startServer(() => reply);
    const docspace = createDocSpaceClient({ baseUrl: server.url, dialect: 'guide', ...options });
    const call = transportOf(docspace).send({ operationId: 'getClients', path: '/api/2.0/clients' });
    await expect(call).rejects.toMatchObject({ name: 'DocSpaceError', code, attempts });
  });

  test('rejects with the failure of the token exchange', async () => {
    const portal = await startPortal(() => json(200, {}), { exchange: () => text(401, '') });
    const docspace = createDocSpaceClient({ baseUrl: portal.url, apiKey, dialect: 'portal' });
    const call = transportOf(docspace).send({ operationId: 'getClients', path: '/api/2.0/clients' });
    await expect(call).rejects.toMatchObject({ code: 'unauthorized', operationId: 'generateJwtToken' });
  });

  test('rejects as soon as the caller aborts', async () => {
    const server = await startServer(() => silence);
    const { send } = transportOf(createDocSpaceClient({ baseUrl: server.url, dialect: 'guide' }));
    const controller = new AbortController();
    const call = send({ operationId: 'getClients', path: '/api/2.0/clients', signal: controller.signal });
    await expect.poll(() => server.requests.length).toBe(1);
    controller.abort('enough');
    await expect(call).rejects.toMatchObject({ code: 'aborted', cause: 'enough' });
  });

  test.each(['', 'api', '/../admin', '/a/./b', '/a\\b', '/a b', '/a#b', '/a?b#c', 7])(
    'refuses the path %j, which would not arrive verbatim',
    async (path) => {
      const server = await startServer(() => text(200, ''));
      const baseUrl = `${server.url}/prefix`;
      const { send } = transportOf(createDocSpaceClient({ baseUrl, apiKey, dialect: 'guide' }));
      const call = send({ operationId: 'getClients', path: path as string });
      await expect(call).rejects.toMatchObject({ code: 'invalid_input' });
      expect(server.requests).toHaveLength(0);
    },
  );

  test.each(['x', null, [], { a: 7 }, { 'a b': 'c' }, { a: 'x\r\ny: z' }, { a: 'ключ' }])(
    'refuses the headers %j',
    async (headers) => {
      const server = await startServer(() => text(200, ''));
      const { send } = transportOf(createDocSpaceClient({ baseUrl: server.url, dialect: 'guide' }));
      const call = send({ operationId: undefined, path: '/any', headers: headers as never });
      await expect(call).rejects.toMatchObject({ code: 'invalid_input' });
      expect(server.requests).toHaveLength(0);
    },
  );

  test('a path that looks like a host stays on the server of baseUrl', async () => {
    const server = await startServer(() => text(200, ''));
    const { send } = transportOf(createDocSpaceClient({ baseUrl: server.url, apiKey, dialect: 'guide' }));
    await send({ operationId: undefined, path: '//other.example/' });
    expect(server.paths()).toEqual(['//other.example/']);
  });
});

test('dialect asks the server, and rejects when the caller aborts', async () => {
  const portal = await startPortal(() => json(200, {}));
  const found = transportOf(createDocSpaceClient({ baseUrl: portal.url, apiKey }));
  expect(await found.dialect()).toBe('portal');
  const silent = await startServer(() => silence);
  const asked = transportOf(createDocSpaceClient({ baseUrl: silent.url, apiKey }));
  await expect(asked.dialect(AbortSignal.abort())).rejects.toMatchObject({ code: 'aborted' });
});

test.each([
  ['/api/2.0/clients', 'getClients'],
  ['/api/2.0/clients/info', 'getClientsInfo'],
  ['/api/2.0/clients/a-1', 'getClient'],
  ['/api/2.0/clients/a-1/info', 'getClientInfo'],
  ['/api/2.0/clients/public/a-1/info', 'getPublicClientInfo'],
  ['/api/2.0/clients/a-1/public/info', 'getPublicClientInfo'],
  ['/api/2.0/security/oauth2/token', 'generateJwtToken'],
  ['/api/2.0/clients/', undefined],
  ['/api/2.0/clients/a-1/secret', undefined],
  ['/prefix/api/2.0/clients', undefined],
  ['/', undefined],
])('the path %s belongs to %s', (path, operationId) => {
  expect(operationOf(path)).toBe(operationId);
});

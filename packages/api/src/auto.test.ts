import { describe, expect, test } from 'vitest';
import { apiKey, startPortal } from '@docspace-oauth/testing/portal';
import type { Received, Reply, TestServer } from '@docspace-oauth/testing/server';
import { json, reset, startServer, text } from '@docspace-oauth/testing/server';
import type { DocSpaceClient } from './client.ts';
import { createDocSpaceClient } from './client.ts';
import type { DocSpaceError } from './error.ts';
import type { DocSpaceClientOptions } from './options.ts';

const traced = { title: 'Not served', status: 404, traceId: '00-1' };
const problem = (status: number, body: object = traced): Reply =>
  json(status, body, { 'content-type': 'application/problem+json; charset=utf-8' });
const html = (status: number): Reply =>
  text(status, '<!DOCTYPE html><p>no</p>', { 'content-type': 'text/html' });
const timing = { 'server-timing': 'aspnetcore-request-time;dur=3' };
const sentence = text(403, 'Доступ запрещён.', { 'content-type': 'text/plain; charset=utf-8' });

const isExchange = ({ path }: Received): boolean => path.endsWith('/security/oauth2/token');

interface Asked {
  server: TestServer;
  docspace: DocSpaceClient;
  exchanges: () => number;
}

/** A server that answers so to the token exchange, and with a list to everything else. */
async function start(exchange: Reply, options: Partial<DocSpaceClientOptions> = {}): Promise<Asked> {
  const server = await startServer((request) => (isExchange(request) ? exchange : json(200, [])));
  const docspace = createDocSpaceClient({
    baseUrl: server.url,
    apiKey,
    retry: { attempts: 1, maxServerDelayMs: 0 },
    ...options,
  });
  return { server, docspace, exchanges: () => server.requests.filter(isExchange).length };
}

const failureOf = async (call: Promise<unknown>): Promise<DocSpaceError | undefined> =>
  call.then(
    () => undefined,
    (error: unknown) => error as DocSpaceError,
  );

describe('these answers of the token endpoint are a portal’s, and the call that asked fails with them', () => {
  test.each<[string, Reply, string, string]>([
    [
      '401 with an empty body',
      text(401, ''),
      'unauthorized',
      'mistyped, expired, disabled or of another portal',
    ],
    ['403 with an empty body', text(403, ''), 'forbidden', 'All or Read only'],
    ['403 with a sentence', sentence, 'forbidden', 'IP address'],
    ['403 with a problem', problem(403), 'portal_unavailable', 'restored, moved or encrypted'],
    ['402', problem(402), 'portal_unavailable', 'unpaid'],
    ['404 with a problem of the portal’s own', problem(404), 'portal_unavailable', 'suspended'],
    ['404 that is signed by the portal', text(404, '', timing), 'bad_request', 'older than DocSpace 3.1'],
    [
      '401 with HTML that is signed by the portal',
      text(401, '<html>', { ...timing, 'content-type': 'text/html' }),
      'unauthorized',
      'in front',
    ],
    [
      '500 that is signed by the portal',
      json(500, { error: { message: 'no' }, status: 1 }, timing),
      'server_error',
      'host name',
    ],
    ['429 that is signed by the portal', text(429, '', timing), 'rate_limited', 'retryAfterMs'],
  ])('%s', async (_, exchange, code, hint) => {
    const { docspace, exchanges, server } = await start(exchange);
    const calls = [docspace.getClients(), docspace.getClient('a'), docspace.getClientsInfo(['a'])];
    const errors = await Promise.all(calls.map(failureOf));
    for (const error of errors.slice(0, 2)) {
      expect(error).toMatchObject({ code, operationId: 'generateJwtToken', attempts: 1 });
      expect(error?.hint).toContain(hint);
    }
    // Each caller gets an error of its own. Nobody but the bulk read, which asks for the dialect first, asked again.
    expect(errors[0]).not.toBe(errors[1]);
    expect(exchanges()).toBeLessThanOrEqual(2);
    expect(server.requests.length).toBe(exchanges());
    expect(await docspace.dialect()).toBe('portal');
  });

  test('a wrong key takes one request, and the next call asks again, in case it was unlocked', async () => {
    const { docspace, exchanges } = await start(text(401, ''));
    expect(await failureOf(docspace.getClient('a'))).toMatchObject({ code: 'unauthorized' });
    expect(exchanges()).toBe(1);
    expect(await failureOf(docspace.getClient('a'))).toMatchObject({ code: 'unauthorized' });
    expect(exchanges()).toBe(2);
  });

  test('without a key, public information is read after the same answer, in one request more', async () => {
    const server = await startServer((request) =>
      isExchange(request) ? text(401, '') : json(200, { client_id: 'a' }),
    );
    const docspace = createDocSpaceClient({ baseUrl: server.url });
    expect(await docspace.getPublicClientInfo('a')).toEqual({ client_id: 'a' });
    expect(server.paths()).toEqual(['/api/2.0/security/oauth2/token', '/api/2.0/clients/a/public/info']);
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
  });
});

describe('these answers mean the guide’s dialect, which is remembered', () => {
  test.each<[string, Reply]>([
    ['404', text(404, '')],
    ['404 with HTML', html(404)],
    ['404 with a problem of another server', problem(404, { title: 'Not Found', status: 404 })],
    ['404 with JSON', json(404, { traceId: '00-1' })],
    ['405', text(405, '', { allow: 'POST' })],
  ])('%s', async (_, exchange) => {
    const { docspace, exchanges } = await start(exchange);
    await Promise.all([docspace.getClients(), docspace.getClients()]);
    await docspace.getClients();
    expect(await docspace.dialect()).toBe('guide');
    expect(exchanges()).toBe(1);
  });
});

test.each<[string, Reply]>([
  ['a page', html(200)],
  ['a text', text(200, 'ok', { 'content-type': 'text/plain' })],
  ['nothing', text(200, '')],
])('200 with %s means the guide’s dialect for this call, and is not remembered', async (_, page) => {
  let exchange = page;
  const server = await startServer((request) => (isExchange(request) ? exchange : json(200, [])));
  const docspace = createDocSpaceClient({ baseUrl: server.url, apiKey });
  expect(await docspace.getClients()).toEqual({ clients: [], next: null });
  exchange = text(401, '');
  expect(await docspace.dialect()).toBe('portal');
});

describe('these answers decide nothing: the call fails, and the next one asks again', () => {
  test.each<[string, Reply, string, string]>([
    ['403 with a page of a firewall', html(403), 'forbidden', 'firewall'],
    ['401 with a page', html(401), 'unauthorized', 'in front'],
    [
      'a page that calls itself text',
      text(403, '<html>no', { 'content-type': 'text/plain' }),
      'forbidden',
      'in front',
    ],
    ['403 with JSON of a gateway', json(403, { message: 'Forbidden' }), 'forbidden', 'All or Read only'],
    [
      'a redirect',
      text(302, '', { location: 'https://login.example/a?b' }),
      'unexpected_response',
      'baseUrl',
    ],
    ['429', text(429, ''), 'rate_limited', 'retryAfterMs'],
    ['500', text(500, ''), 'server_error', 'host name'],
    ['502 with a page', html(502), 'server_error', 'later'],
    [
      '200 with JSON that has no token',
      json(200, { response: { token: 1 } }),
      'unexpected_response',
      'baseUrl',
    ],
    ['200 with JSON of another service', json(200, { response: 'ok' }), 'unexpected_response', 'baseUrl'],
    ['no answer', reset, 'network', 'network'],
  ])('%s', async (_, exchange, code, hint) => {
    let current = exchange;
    const server = await startServer((request) => (isExchange(request) ? current : json(200, [])));
    const docspace = createDocSpaceClient({
      baseUrl: server.url,
      apiKey,
      retry: { attempts: 1, maxServerDelayMs: 0 },
    });
    const error = await failureOf(docspace.getClients());
    expect(error).toMatchObject({ code, operationId: 'generateJwtToken' });
    expect(error?.hint).toContain(hint);
    expect(await failureOf(docspace.dialect())).toMatchObject({ code });
    current = text(404, '');
    expect(await docspace.dialect()).toBe('guide');
  });

  test('a redirect names the origin that it leads to, and nothing more', async () => {
    const { docspace } = await start(text(301, '', { location: 'https://portal.example.com/secret?key=1' }));
    const error = await failureOf(docspace.getClients());
    expect(error?.message).toContain('https://portal.example.com');
    expect(error?.message).not.toContain('secret');
    // From http: to https: the key has already travelled in clear text.
    expect(error?.hint).toContain('https: in baseUrl');
  });
});

test('a token that is no JWT is taken from a server that is known to be a portal', async () => {
  const portal = await startPortal(() => json(200, { client_id: 'a' }), {
    exchange: (tokens) => {
      tokens.push('opaque');
      return json(200, { response: 'opaque' }, timing);
    },
  });
  const docspace = createDocSpaceClient({ baseUrl: portal.url, apiKey });
  expect(await docspace.getClient('a')).toMatchObject({ client_id: 'a' });
  expect(portal.requests.at(-1)?.headers['x-signature']).toBe('opaque');
});

describe('an empty 403 of a portal', () => {
  const cause = { 'x-ratelimit-remaining': '99', 'x-ratelimit-reset': '0' };
  const session = { 'set-cookie': 'JSESSIONID=1; Path=/' };

  async function ask(
    headers: Record<string, string>,
  ): Promise<{ error: DocSpaceError | undefined; tokens: number; requests: number }> {
    const portal = await startPortal(() => text(403, '', headers));
    const docspace = createDocSpaceClient({ baseUrl: portal.url, apiKey, dialect: 'portal' });
    const error = await failureOf(docspace.getClient('a'));
    return { error, tokens: portal.tokens.length, requests: portal.requests.length };
  }

  test.each<[string, Record<string, string>, string]>([
    ['with a rate limit and a cookie', { ...cause, ...session }, 'does not serve this path or media type'],
    ['with a rate limit only', cause, 'does not serve this path or media type'],
    ['with a cookie only', session, 'Redis is down'],
  ])('%s is not about the token, which is kept', async (_, headers, hint) => {
    const { error, tokens, requests } = await ask(headers);
    expect(error).toMatchObject({ code: 'forbidden', status: 403, attempts: 1 });
    expect(error?.hint).toContain(hint);
    expect([tokens, requests]).toEqual([1, 2]);
  });

  test('with neither refuses the token, which is renewed once', async () => {
    const { error, tokens, requests } = await ask({});
    expect(error).toMatchObject({
      code: 'forbidden',
      attempts: 2,
      hint: expect.stringContaining('own address') as string,
    });
    expect([tokens, requests]).toEqual([2, 4]);
  });
});

test('the stack in an error of a portal is never shown', async () => {
  const envelope = {
    error: { message: 'Not found', type: 'T', stack: 'at Secret.Place()', hresult: 1 },
    status: 1,
    statusCode: 500,
  };
  const { docspace } = await start(json(500, envelope));
  const error = await failureOf(docspace.getClients());
  expect(error).toMatchObject({ code: 'server_error', problem: { detail: 'Not found' } });
  expect(JSON.stringify([error, error?.message, error?.stack])).not.toContain('Secret.Place');
});

test('the sentence of a portal that does not admit an IP address is shown', async () => {
  const { docspace } = await start(sentence);
  const error = await failureOf(docspace.getClients());
  expect(error?.message).toContain('Доступ запрещён.');
  expect(error?.problem).toEqual({ detail: 'Доступ запрещён.' });
});

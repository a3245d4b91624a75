import { rawRequest } from '@docspace-oauth/testing/raw-request';
import { expect, test } from 'vitest';

import type { MockOptions } from '../src/index.ts';
import { ask, CLIENTS, control, get, started, tokenOf, type Client, type Page } from './started.ts';

const TOKEN = '/api/2.0/security/oauth2/token';
const portal: MockOptions = { dialect: 'portal' };
const ORIGIN = 'http://app.example';

test('the envelope of a token has its fields in order, with links and without a total', async () => {
  await using mock = await started(portal);
  const { status, headers, json, text } = await ask(mock, TOKEN);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(headers.get('server-timing')).toMatch(/^aspnetcore-request-time;dur=\d+$/u);
  expect(Object.keys(JSON.parse(text) as object)).toEqual([
    'response',
    'count',
    'links',
    'status',
    'statusCode',
  ]);
  expect(json).toMatchObject({
    count: 1,
    status: 0,
    statusCode: 200,
    links: [{ href: mock.url + TOKEN, action: 'GET' }],
  });
});

test.each(['bearer admin-1', 'BEARER admin-1', 'admin-1', 'Bearer  admin-1', 'Basic admin-1'])(
  'the scheme must be written exactly: "%s" is no key',
  async (authorization) => {
    await using mock = await started(portal);
    const { status, text } = await get(mock, TOKEN, { authorization });
    expect([status, text]).toEqual([401, '']);
  },
);

test.each(['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'])(
  '%s at the token endpoint is 405 with Allow',
  async (method) => {
    await using mock = await started(portal);
    const answer = await rawRequest(mock.url, TOKEN, {
      method,
      headers: { authorization: 'Bearer admin-1' },
    });
    expect([answer.status, answer.headers.allow, answer.text]).toEqual([405, 'GET', '']);
    expect(answer.headers['server-timing']).toContain('aspnetcore-request-time');
  },
);

test('the token endpoint allows every origin, also where the identity service allows none', async () => {
  await using mock = await started({ ...portal, cors: 'strict' });
  const asked = await rawRequest(mock.url, TOKEN, {
    method: 'OPTIONS',
    headers: {
      origin: ORIGIN,
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization',
    },
  });
  expect(asked.status).toBe(204);
  expect(asked.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-headers': 'authorization',
  });
  const answer = await get(mock, TOKEN, { origin: ORIGIN, authorization: 'Bearer admin-1' });
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
  const file = await get(mock, TOKEN, { origin: 'null', authorization: 'Bearer admin-1' });
  expect(file.status).toBe(500);
  const list = await get(mock, CLIENTS, { origin: ORIGIN, 'x-signature': await tokenOf(mock) });
  expect([list.status, list.headers.get('access-control-allow-origin')]).toEqual([200, null]);
});

test('with open CORS there is one header of each name', async () => {
  await using mock = await started(portal);
  const { headers } = await get(mock, TOKEN, { origin: ORIGIN, authorization: 'Bearer admin-1' });
  expect(headers.get('access-control-allow-origin')).toBe(ORIGIN);
});

test.each([
  { scenario: 'suspended', status: 404, type: 'application/problem+json', fields: ['traceId'] },
  { scenario: 'restoring', status: 403, type: 'application/problem+json', fields: ['traceId'] },
  { scenario: 'unpaid', status: 402, type: 'application/problem+json', fields: ['traceId'] },
  {
    scenario: 'unknown-host',
    status: 500,
    type: 'application/json',
    fields: ['error', 'status', 'statusCode'],
  },
  { scenario: 'ip-not-allowed', status: 403, type: 'text/plain', fields: undefined },
  { scenario: 'old-portal', status: 404, type: null, fields: undefined },
  { scenario: 'token-limited', status: 429, type: null, fields: undefined },
  { scenario: 'dotnet-down', status: 502, type: 'text/html', fields: undefined },
  { scenario: 'dotnet-slow', status: 504, type: 'text/html', fields: undefined },
])('$scenario: the token endpoint answers $status, the identity service as ever', async (row) => {
  await using mock = await started(portal);
  const token = await tokenOf(mock);
  await mock.setScenario(row.scenario);
  const { status, headers, text, json } = await ask(mock, TOKEN);
  expect({ status, type: headers.get('content-type') }).toEqual({ status: row.status, type: row.type });
  if (row.type === null) expect(text).toBe('');
  else expect(text).not.toBe('');
  if (row.fields) expect(Object.keys(json as object)).toEqual(expect.arrayContaining(row.fields));
  expect(headers.has('server-timing')).toBe(!row.scenario.startsWith('dotnet'));
  expect((await get(mock, CLIENTS, { 'x-signature': token })).status).toBe(200);
});

test.each([
  'suspended',
  'restoring',
  'unpaid',
  'ip-not-allowed',
  'unknown-host',
  'old-portal',
  'token-limited',
])(
  '%s: a page of any origin may read the failure of the token endpoint, also with strict CORS',
  async (scenario) => {
    await using mock = await started({ ...portal, scenario, cors: 'strict' });
    const { headers } = await get(mock, TOKEN, { origin: ORIGIN, authorization: 'Bearer admin-1' });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect((await ask(mock, TOKEN)).headers.has('access-control-allow-origin')).toBe(false);
  },
);

test('suspended: a refused key is refused as ever; token-limited: a limit and no reset', async () => {
  await using mock = await started({ ...portal, scenario: 'suspended' });
  expect((await ask(mock, TOKEN, 'expired-1')).status).toBe(401);
  await mock.setScenario('token-limited');
  const { headers } = await ask(mock, TOKEN);
  expect(headers.get('x-ratelimit-limit')).toMatch(/^\d+$/u);
  expect(headers.has('x-ratelimit-reset')).toBe(false);
});

test('redis-down: the web server gives up first, and without it comes an empty 403 with a session only', async () => {
  await using mock = await started(portal);
  const headers = { 'x-signature': await tokenOf(mock) };
  await mock.setScenario('redis-down');
  const behind = await get(mock, CLIENTS, headers);
  expect([behind.status, behind.headers.get('content-type')]).toEqual([504, 'text/html']);
  await mock.setScenario('redis-down-direct');
  const direct = await get(mock, CLIENTS, headers);
  expect([direct.status, direct.text, direct.headers.has('x-ratelimit-remaining')]).toEqual([403, '', false]);
  expect(direct.headers.get('set-cookie')).toMatch(/^JSESSIONID=[\dA-F]{32}; Path=\/; HttpOnly$/u);
  expect((await ask(mock, TOKEN)).status).toBe(200);
});

test.each([{ cache: 'null-text' }, { scenario: 'cached-nulls' }] as const)(
  'with %o single reads give the text "null", lists give null',
  async (options) => {
    await using mock = await started({ ...portal, ...options });
    const [client] = [{ name: 'Bare one', description: null, logo: null, website_url: null }];
    await control(mock, 'PUT', '/clients', { clients: [client] });
    const headers = { 'x-signature': await tokenOf(mock) };
    const { data } = (await get(mock, CLIENTS, headers)).json as Page;
    const found = data[0] as Client;
    expect(found).toMatchObject({ description: null, logo: null, website_url: null });
    for (const suffix of ['', '/info', '/public/info']) {
      const { status, json } = await get(mock, `${CLIENTS}/${found.client_id}${suffix}`, headers);
      expect(status).toBe(200);
      expect(json).toMatchObject({ description: 'null', logo: 'null', website_url: 'null' });
    }
    const bulk = (await get(mock, `${CLIENTS}/info?limit=5`, headers)).json as Page;
    expect(bulk.data[0]).toMatchObject({ description: null, logo: null });
  },
);

test('a client that was invalidated is in no list and not public, but single reads have it', async () => {
  await using mock = await started(portal);
  const clients = [{ name: 'Gone one', invalidated: true }, { name: 'Here one' }];
  await control(mock, 'PUT', '/clients', { clients });
  const all = (await control(mock, 'GET', '/clients')).json as Client[];
  const id = all.find(({ name }) => name === 'Gone one')?.client_id;
  const headers = { 'x-signature': await tokenOf(mock) };
  for (const list of [CLIENTS, `${CLIENTS}/info?limit=5`]) {
    expect(((await get(mock, list, headers)).json as Page).data.map(({ name }) => name)).toEqual([
      'Here one',
    ]);
  }
  const statuses = ['', '/info', '/public/info'].map(
    async (suffix) => (await get(mock, `${CLIENTS}/${id}${suffix}`, headers)).status,
  );
  expect(await Promise.all(statuses)).toEqual([200, 200, 404]);
});

test('a client whose id begins with feed is in the lists, and no single read finds it', async () => {
  await using mock = await started(portal);
  const id = 'feedbeef-0000-4000-8000-000000000001';
  await control(mock, 'PUT', '/clients', { clients: [{ name: 'Feed one', client_id: id }] });
  const headers = { 'x-signature': await tokenOf(mock) };
  expect(((await get(mock, CLIENTS, headers)).json as Page).data).toHaveLength(1);
  for (const path of [id, `${id}/info`, `${id.toUpperCase()}/public/info`, `%66${id.slice(1)}`]) {
    const answer = await get(mock, `${CLIENTS}/${path}`, headers);
    expect([answer.status, answer.text, answer.headers.get('content-type')]).toEqual([404, '', null]);
  }
});

test('a user whose developer tools are closed gets a token that is refused as a guest is', async () => {
  await using mock = await started(portal);
  const headers = { 'x-signature': await tokenOf(mock, 'closed-1') };
  expect((await get(mock, CLIENTS, headers)).json).toMatchObject({ status: 403 });
  expect((await get(mock, `${CLIENTS}?limit=0`, headers)).status).toBe(400);
});

test('only a request with Prefer is told in a header what breaks the contract; the recorder knows it always', async () => {
  await using mock = await started(portal);
  const token = await tokenOf(mock);
  const target = `${CLIENTS}?limit=0`;
  const plain = await get(mock, target, { 'x-signature': token });
  const asked = await get(mock, target, { 'x-signature': token, prefer: 'respond-async' });
  expect(plain.headers.has('sl-violations')).toBe(false);
  expect(asked.headers.get('sl-violations')).toContain('/request/query/limit');
  expect(mock.requests.slice(-2).map(({ violations }) => violations.length)).toEqual([1, 1]);
});

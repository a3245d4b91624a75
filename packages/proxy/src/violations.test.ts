import { rawRequest } from '@docspace-oauth/testing/raw-request';
import { describe, expect, test } from 'vitest';

import { clientId, example, json, startPortal, startTestProxy, type Reply } from '../test/fake-portal.ts';

const page = example('page-middle');
const info = example('calendar-sync-portal-client-info');
const list = '/api/2.0/clients?limit=3';
const infoPath = `/api/2.0/clients/${clientId}/info`;

async function found(path: string, reply: Reply): Promise<string[]> {
  const portal = await startPortal(reply);
  const proxy = await startTestProxy(portal.url);
  await rawRequest(proxy.url, path);
  expect(portal.requests.length).toBeGreaterThan(0);
  const shown = proxy.violations.map(({ operationId, direction, status, pointer, message }) =>
    [operationId, direction, ...(status ? [status] : []), `${pointer}:`, message].join(' '),
  );
  expect(proxy.lines.slice(0, -1)).toEqual(shown.map((line) => `Violation of the contract: ${line}`));
  return shown;
}

describe('violations of a request', () => {
  test.each([
    ['/api/2.0/clients?limit=51', ['getClients request /query/limit: must be <= 50']],
    ['/api/2.0/clients?limit=0', ['getClients request /query/limit: must be >= 1']],
    ['/api/2.0/clients?limit=abc', ['getClients request /query/limit: must be integer']],
    ['/api/2.0/clients?limit=', ['getClients request /query/limit: must be integer']],
    ['/api/2.0/clients?limit=1&limit=2', ['getClients request /query/limit: must be integer']],
    ['/api/2.0/clients/info', ['getClientsInfo request /query/limit: is missing']],
    [
      '/api/2.0/clients/info?limit=3&ids=a&ids=b',
      ['getClientsInfo request /query/ids: is not in the contract and was not forwarded'],
    ],
    [
      '/api/2.0/clients?sk-0123=x',
      ['getClients request /query/(not shown): is not in the contract and was not forwarded'],
    ],
    [
      // The plus is not escaped, so it is a blank.
      '/api/2.0/clients?last_created_on=2026-04-12T07:31:02+08:00',
      [expect.stringMatching('^getClients request /query/last_created_on: must match pattern')],
    ],
    ['/api/2.0/clients?last_client_id=12&last_created_on=2026-04-12T07:31:02.664021Z', []],
  ])('%s has exactly the expected violations', async (path, expected) => {
    const reply = json(200, path.includes('/info') ? { ...page, data: [] } : page);
    const violations = await found(path, reply);
    expect(violations.toSorted((a, b) => b.localeCompare(a))).toEqual(expected);
  });

  test('a blank id is reported with its pointer', async () => {
    expect(await found('/api/2.0/clients/%20/info', json(200, info))).toEqual([
      expect.stringMatching('^getClientInfo request /path/id: must match pattern'),
    ]);
  });
});

describe('violations of a response', () => {
  const raw =
    (status: number, type: string, body: string): Reply =>
    (_, response) =>
      void response.writeHead(status, { 'content-type': type }).end(body);
  const first = (page['data'] as object[])[0];

  test.each<[string, string, Reply, string[]]>([
    ['a page as it should be', list, json(200, page), []],
    ['a record as it should be', infoPath, json(200, info), []],
    ['a problem', infoPath, json(404, { title: 'Not Found', status: 404 }), []],
    ['an empty 403', list, raw(403, 'application/json', ''), []],
    ['the limiter without a body', list, raw(429, 'application/json', ''), []],
    ["the web server's page", list, raw(502, 'text/html; charset=utf-8', '<html>'), []],
    [
      'a wrong field in a list',
      list,
      json(200, { ...page, data: [first, { ...first, name: 'ab' }] }),
      ['getClients response 200 /body/data/1/name: must NOT have fewer than 3 characters'],
    ],
    [
      'no coercion',
      list,
      json(200, { ...page, limit: '3' }),
      ['getClients response 200 /body/limit: must be integer'],
    ],
    [
      'a missing field',
      infoPath,
      json(200, { ...info, name: undefined }),
      ['getClientInfo response 200 /body/name: is missing'],
    ],
    [
      'a secret that does not belong there',
      infoPath,
      json(200, { ...info, client_secret: 'x' }),
      ['getClientInfo response 200 /body/client_secret: must not be there'],
    ],
    [
      'a rate header that is no number',
      infoPath,
      json(200, info, { 'x-ratelimit-remaining': 'many' }),
      ['getClientInfo response 200 /headers/x-ratelimit-remaining: must be integer'],
    ],
    ['a status', list, json(418, {}), ['getClients response 418 /status: 418 is not in the contract']],
    [
      'no body',
      infoPath,
      raw(200, 'application/json', ''),
      ['getClientInfo response 200 /body: must not be empty'],
    ],
    [
      'broken JSON',
      infoPath,
      raw(200, 'application/json', '{'),
      ['getClientInfo response 200 /body: must be JSON'],
    ],
    [
      'a page for people',
      infoPath,
      raw(200, 'text/html', '<html>'),
      ['getClientInfo response 200 /headers/content-type: text/html is not in the contract for this status'],
    ],
    [
      'the reason of older portals',
      infoPath,
      raw(403, 'application/json', '{"reason":"x"}'),
      [
        'getClientInfo response 403 /headers/content-type: application/json is not in the contract for this status',
      ],
    ],
  ])('%s has exactly the expected violations', async (_, path, reply, expected) => {
    expect(await found(path, reply)).toEqual(expected);
  });

  test('a body that breaks the contract is passed on unchanged', async () => {
    const body = '{ "limit" : "wrong", "öäü": "\u2603", "n": 1.0 }';
    const portal = await startPortal(raw(200, 'application/json; charset=UTF-8', body));
    const proxy = await startTestProxy(portal.url);
    const got = await rawRequest(proxy.url, list);
    expect([got.status, got.headers['content-type'], got.text]).toEqual([
      200,
      'application/json; charset=UTF-8',
      body,
    ]);
    expect(proxy.violations.length).toBeGreaterThan(1);
  });

  test('the last 1000 violations are kept', async () => {
    const portal = await startPortal(json(200, { ...page, data: Array<number>(600).fill(1) }));
    const proxy = await startTestProxy(portal.url);
    await rawRequest(proxy.url, list);
    await rawRequest(proxy.url, list);
    expect(proxy.violations).toHaveLength(1000);
    expect(proxy.violations.at(-1)?.pointer).toBe('/body/data/599');
  });
});

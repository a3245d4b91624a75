import { connect } from 'node:net';

import { rawRequest } from '@docspace-oauth/testing/raw-request';
import { expect, test } from 'vitest';

import { clientId, detailOf, example, json, startPortal, startTestProxy } from '../test/fake-portal.ts';

const info = example('calendar-sync-portal-client-info');

test.each([
  ['getClients', '/api/2.0/clients'],
  ['getClientsInfo', '/api/2.0/clients/info?limit=3'],
  ['getClient', `/api/2.0/clients/${clientId}`],
  ['getClientInfo', `/api/2.0/clients/${clientId}/info`],
  ['getPublicClientInfo', `/api/2.0/clients/${clientId}/public/info`],
])('%s is forwarded with its path unchanged', async (operationId, path) => {
  const portal = await startPortal(json(200, info));
  const proxy = await startTestProxy(portal.url);
  expect((await rawRequest(proxy.url, path)).text).toBe(JSON.stringify(info));
  expect(portal.requests).toMatchObject([{ method: 'GET', url: path }]);
  expect(proxy.lines.at(-1)).toMatch(new RegExp(`^GET ${operationId} 200 \\d+ ms$`, 'u'));
});

test.each([
  '/',
  '/api/2.0/people/@self',
  '/api/2.0/oauth2/clients',
  '/api/2.0/clients/',
  '//api/2.0/clients',
  '/api/2.0/clients//info',
  `/api/2.0/clients/public/${clientId}/info`,
  '/api/2.0/clients/..',
  '/api/2.0/clients/../security/oauth2/token',
  '/api/2.0/clients/%2e%2e/info',
  '/api/2.0/clients/..%2fsecurity%2foauth2%2ftoken',
  '/api/2.0/clients/a%2F..%2F..%2Fpeople',
  '/api/2.0/clients/..%5cpeople',
  '/api/2.0/clients/..;x/info',
  '/api/2.0/clients/%E0%A4%A',
  '/API/2.0/CLIENTS',
  'http://other.example/api/2.0/clients',
])('%s is no operation and gets a 404 that names those that there are', async (path) => {
  const portal = await startPortal(json(200, info));
  const proxy = await startTestProxy(portal.url);
  const got = await rawRequest(proxy.url, path);
  expect(got.status).toBe(404);
  expect(detailOf(got)).toContain('forwards only GET of /api/2.0/clients, /api/2.0/clients/info,');
  expect([...portal.requests, ...portal.exchanges]).toEqual([]);
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'])('%s is refused with 405', async (method) => {
  const portal = await startPortal(json(200, info));
  const proxy = await startTestProxy(portal.url);
  const body = method === 'POST' ? '{}' : '';
  const got = await rawRequest(proxy.url, '/api/2.0/clients', { method, body });
  expect([got.status, got.headers.allow]).toEqual([405, 'GET, OPTIONS']);
  expect([...portal.requests, ...portal.exchanges]).toEqual([]);
});

test.each(['Content-Length: 1000000000', 'Transfer-Encoding: chunked'])(
  'a body (%s) is refused with 413, and the connection ends without waiting for it',
  async (header) => {
    const portal = await startPortal(json(200, info));
    const proxy = await startTestProxy(portal.url);
    const { host, port } = new URL(proxy.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(`GET /api/2.0/clients HTTP/1.1\r\nHost: ${host}\r\n${header}\r\n\r\n`);
    let received = '';
    for await (const chunk of socket.setEncoding('utf8')) received += String(chunk);
    expect(received).toMatch(/^HTTP\/1\.1 413 /u);
    expect(received).toMatch(/\r\nconnection: close\r\n/iu);
    expect(received).toContain('takes no request body');
    expect([...portal.requests, ...portal.exchanges]).toEqual([]);
  },
);

test('a cursor is forwarded character for character, and undeclared parameters are not forwarded', async () => {
  const portal = await startPortal(json(200, info));
  const proxy = await startTestProxy(portal.url);
  const cursor = 'last_created_on=2026-04-12T07%3A31:02.664021%2B08:00&last_client_id=A%20b';
  await rawRequest(proxy.url, `/api/2.0/clients?x=1&${cursor}&limit=3&ids=a&ids=b&`);
  expect(portal.requests[0]?.url).toBe(`/api/2.0/clients?${cursor}&limit=3`);
});

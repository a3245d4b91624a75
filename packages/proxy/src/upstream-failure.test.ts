import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect, createServer } from 'node:net';
import { gzipSync } from 'node:zlib';

import { freePort } from '@docspace-oauth/local-server';
import { rawRequest } from '@docspace-oauth/testing/raw-request';
import { expect, test, vi } from 'vitest';

import {
  clientId,
  detailOf,
  example,
  json,
  startPortal,
  startTestProxy,
  type Reply,
} from '../test/fake-portal.ts';

const path = `/api/2.0/clients/${clientId}/public/info`;
const info = example('calendar-sync-portal-client-info');
const text = JSON.stringify(info);

const stalled: Reply = () => undefined;
const halfway: Reply = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write(text.slice(0, 20));
};

test.each<[string, Reply, number, string]>([
  [
    'resets the connection',
    (request) => void request.socket.resetAndDestroy(),
    502,
    'could not be reached or broke off',
  ],
  ['hangs up', (request) => void request.socket.destroy(), 502, 'could not be reached or broke off'],
  [
    'breaks off within the body',
    (_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{', () => response.destroy());
    },
    502,
    'could not be reached or broke off',
  ],
  [
    'speaks no HTTP',
    (request) => void request.socket.end('nonsense\r\n\r\n'),
    502,
    'could not be reached or broke off',
  ],
  ['does not answer', stalled, 504, 'did not answer within 300 ms'],
  ['stalls within the body', halfway, 504, 'did not answer within 300 ms'],
  ['sends too much', json(200, 'x'.repeat(100_000)), 502, 'larger than 50000 bytes'],
  [
    'sends a compressed bomb',
    (_, response) =>
      void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(1_000_000))),
    502,
    'larger than 50000 bytes',
  ],
  [
    'redirects',
    (_, response) => void response.writeHead(302, { location: '/' }).end(),
    502,
    'redirect (302)',
  ],
])('an upstream that %s is a problem that says so', async (_, reply, status, detail) => {
  const portal = await startPortal(reply);
  // A busy machine may need long for what is no timeout.
  const timeoutMs = status === 504 ? 300 : 60_000;
  const proxy = await startTestProxy(portal.url, { timeoutMs, maxBodyBytes: 50_000 });
  const got = await rawRequest(proxy.url, path);
  expect(got.status).toBe(status);
  expect(detailOf(got)).toContain(detail);
  expect(JSON.parse(got.text)).toMatchObject({ type: 'about:blank', status });
  expect(proxy.lines.at(-1)).toContain(detail);
});

test('an upstream that is not there is a 502 with the code of the system error', async () => {
  const port = await freePort();
  const proxy = await startTestProxy(`http://127.0.0.1:${port}`);
  const got = await rawRequest(proxy.url, path);
  expect([got.status, detailOf(got)]).toEqual([
    502,
    'The upstream could not be reached or broke off (ECONNREFUSED).',
  ]);
});

test('an upstream that speaks no TLS at an https: address is a 502', async () => {
  const server = createServer((socket) => socket.end('no TLS')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const proxy = await startTestProxy(`https://127.0.0.1:${port}`);
  expect((await rawRequest(proxy.url, path)).status).toBe(502);
  server.close();
});

test('a failure that the upstream answers itself is passed on with its rate headers', async () => {
  const headers = { 'x-ratelimit-reset': '41000000000', 'retry-after': '41' };
  const portal = await startPortal((_, response) => void response.writeHead(429, headers).end());
  const proxy = await startTestProxy(portal.url);
  const got = await rawRequest(proxy.url, path);
  expect([got.status, got.text]).toEqual([429, '']);
  expect(got.headers).toMatchObject(headers);
});

test('a compressed response is decompressed and passed on without its encoding', async () => {
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  const portal = await startPortal(
    (_, response) => void response.writeHead(200, headers).end(gzipSync(text)),
  );
  const proxy = await startTestProxy(portal.url);
  const got = await rawRequest(proxy.url, path);
  expect([got.text, got.headers['content-encoding']]).toEqual([text, undefined]);
});

test('a browser that leaves ends the request to the upstream', async () => {
  let gone: Promise<unknown> | undefined;
  const portal = await startPortal((request, response) => {
    gone = once(request.socket, 'close');
    halfway(request, response, portal);
  });
  const proxy = await startTestProxy(portal.url);
  const browser = httpRequest(`${proxy.url}${path}`).on('error', () => undefined);
  browser.end();
  await vi.waitUntil(() => gone !== undefined, { timeout: 5000 });
  browser.destroy();
  await gone;
  expect(portal.requests).toHaveLength(1);
});

test('close ends requests that are under way, and can be called again', async () => {
  const portal = await startPortal(stalled);
  const proxy = await startTestProxy(portal.url);
  const pending = rawRequest(proxy.url, path).catch(() => 'ended');
  await vi.waitUntil(() => portal.requests.length === 1, { timeout: 5000 });
  await Promise.all([proxy.close(), proxy.close()]);
  await proxy.close();
  expect(await pending).toBe('ended');
  await expect(rawRequest(proxy.url, path)).rejects.toThrow('ECONNREFUSED');
});

test('close ends a connection whose request has not arrived in full', async () => {
  const proxy = await startTestProxy('http://127.0.0.1:1');
  const socket = connect(Number(new URL(proxy.url).port), '127.0.0.1').on('error', () => undefined);
  await once(socket, 'connect');
  socket.write('GET / HTTP/1.1\r\nHost:');
  const ended = new Promise((resolve) => {
    // Depending on the platform it is reset, which is an error before the end.
    socket.once('close', () => resolve('ended'));
  });
  await proxy.close();
  expect(await ended).toBe('ended');
  // Far below the timeout of the proxy, which would end the connection as well.
}, 5000);

test('close ends a token exchange too', async () => {
  let gone: Promise<unknown> | undefined;
  const portal = await startPortal(stalled, ({ socket }) => void (gone = once(socket, 'close')));
  const proxy = await startTestProxy(portal.url);
  const pending = rawRequest(proxy.url, '/api/2.0/clients').catch(() => 'ended');
  await vi.waitUntil(() => gone !== undefined, { timeout: 5000 });
  await proxy.close();
  await gone;
  expect(await pending).toBe('ended');
  // Far below the timeout of the proxy, which would end the exchange as well.
}, 5000);

test('a rate limit that leaves no room is a 429 that says when to come back, without asking the portal', async () => {
  const spent = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '41000000000' };
  const portal = await startPortal((_, response) => void response.writeHead(429, spent).end());
  const proxy = await startTestProxy(portal.url);
  const list = '/api/2.0/clients';
  expect(await rawRequest(proxy.url, list)).toMatchObject({ status: 429, text: '', headers: spent });
  const got = await rawRequest(proxy.url, list);
  expect(got).toMatchObject({ status: 429, headers: { 'retry-after': '41' } });
  expect(detailOf(got)).toBe("The portal's rate limit is used up.");
  expect(portal.requests).toHaveLength(1);
});

test('a request that does not arrive in time is answered with 408', async () => {
  const portal = await startPortal(stalled);
  const proxy = await startTestProxy(portal.url, { timeoutMs: 100 });
  const socket = connect(Number(new URL(proxy.url).port), '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost:');
  const [received] = (await once(socket, 'data')) as [Buffer];
  expect(received.toString()).toMatch(/^HTTP\/1\.1 408 /u);
});

import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect, createServer } from 'node:net';
import { gzipSync } from 'node:zlib';

import { expect, test, vi } from 'vitest';

import { bindablePort } from '../free-port.ts';
import {
  call,
  clientId,
  detailOf,
  example,
  json,
  startPortal,
  startTestProxy,
  type Reply,
} from '../../test/proxy/fake-portal.ts';

const path = `/api/2.0/clients/${clientId}/public/info`;
const info = await example('calendar-sync-portal-client-info');
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
])('an upstream that %s is a clear failure', async (_, reply, status, detail) => {
  const portal = await startPortal(reply);
  const proxy = await startTestProxy(portal.url, { timeoutMs: 300, maxBodyBytes: 50_000 });
  const got = await call(proxy.url, path);
  expect(got.status).toBe(status);
  expect(detailOf(got)).toContain(detail);
  expect(JSON.parse(got.text)).toMatchObject({ type: 'about:blank', status });
  expect(proxy.lines.at(-1)).toContain(detail);
});

test('an upstream that is not there', async () => {
  const port = await bindablePort(0, '127.0.0.1');
  const proxy = await startTestProxy(`http://127.0.0.1:${port}`);
  const got = await call(proxy.url, path);
  expect([got.status, detailOf(got)]).toEqual([
    502,
    'The upstream could not be reached or broke off (ECONNREFUSED).',
  ]);
});

test('an upstream whose certificate nobody vouches for, or that speaks no TLS', async () => {
  const server = createServer((socket) => socket.end('no TLS')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const proxy = await startTestProxy(`https://127.0.0.1:${port}`);
  expect((await call(proxy.url, path)).status).toBe(502);
  server.close();
});

test('a failure that the upstream itself tells goes through, with its rate headers', async () => {
  const headers = { 'x-ratelimit-reset': '41000000000', 'retry-after': '41' };
  const portal = await startPortal((_, response) => void response.writeHead(429, headers).end());
  const proxy = await startTestProxy(portal.url);
  const got = await call(proxy.url, path);
  expect([got.status, got.text]).toEqual([429, '']);
  expect(got.headers).toMatchObject(headers);
});

test('a compressed answer arrives', async () => {
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  const portal = await startPortal(
    (_, response) => void response.writeHead(200, headers).end(gzipSync(text)),
  );
  const proxy = await startTestProxy(portal.url);
  const got = await call(proxy.url, path);
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

test('close ends what is under way, and further calls wait for the same end', async () => {
  const portal = await startPortal(stalled);
  const proxy = await startTestProxy(portal.url);
  const pending = call(proxy.url, path).catch(() => 'ended');
  await vi.waitUntil(() => portal.requests.length === 1, { timeout: 5000 });
  await Promise.all([proxy.close(), proxy.close()]);
  await proxy.close();
  expect(await pending).toBe('ended');
  await expect(call(proxy.url, path)).rejects.toThrow('ECONNREFUSED');
});

test('close ends a token exchange too', async () => {
  let gone: Promise<unknown> | undefined;
  const portal = await startPortal(stalled, ({ socket }) => void (gone = once(socket, 'close')));
  const proxy = await startTestProxy(portal.url);
  const pending = call(proxy.url, '/api/2.0/clients').catch(() => 'ended');
  await vi.waitUntil(() => gone !== undefined, { timeout: 5000 });
  await proxy.close();
  await gone;
  expect(await pending).toBe('ended');
});

test("a fault of the proxy's own is named by its kind alone", async () => {
  const portal = await startPortal(json(200, {}));
  const lines: string[] = [];
  const proxy = await startTestProxy(portal.url, {
    log: (line) => {
      if (line.startsWith('Violation')) throw new RangeError('quotes a secret');
      lines.push(line);
    },
  });
  const got = await call(proxy.url, path);
  expect([got.status, detailOf(got)]).toEqual([500, 'The proxy failed (RangeError).']);
  expect(lines.join('')).not.toContain('secret');
});

test('a request that does not come in is not waited for', async () => {
  const portal = await startPortal(stalled);
  const proxy = await startTestProxy(portal.url, { timeoutMs: 100 });
  const socket = connect(Number(new URL(proxy.url).port), '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost:');
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 408 /u);
});

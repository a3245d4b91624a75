import { once } from 'node:events';
import { connect } from 'node:net';

import { describe, expect, test } from 'vitest';

import {
  call,
  example,
  json,
  startPortal,
  startTestProxy,
  type FakePortal,
  type TestProxy,
} from '../../test/proxy/fake-portal.ts';

const list = '/api/2.0/clients?limit=3';
const page = await example('page-middle');
const app = 'http://localhost:5173';

async function start(): Promise<{ portal: FakePortal; proxy: TestProxy; port: string }> {
  const portal = await startPortal(
    json(200, page, {
      'x-ratelimit-remaining': '7',
      'x-ratelimit-reset': '60',
      'access-control-allow-origin': '*',
      'access-control-allow-credentials': 'true',
    }),
  );
  const proxy = await startTestProxy(portal.url, { allowOrigins: ['https://app.example.com', `${app}/`] });
  return { portal, proxy, port: new URL(proxy.url).port };
}

describe('CORS', () => {
  test('a named origin may read, rate headers included, and never by a wildcard', async () => {
    const { proxy } = await start();
    const { status, headers } = await call(proxy.url, list, { origin: app });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'access-control-allow-origin': app,
      'access-control-expose-headers': 'X-Ratelimit-Remaining, X-Ratelimit-Reset, Retry-After',
      vary: 'Origin',
      'x-ratelimit-remaining': '7',
      'x-ratelimit-reset': '60',
      'cache-control': 'no-store',
    });
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
  });

  test('its preflight succeeds without a word to the upstream', async () => {
    const { portal, proxy } = await start();
    const asked = {
      origin: app,
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization,x-signature',
    };
    const { status, headers } = await call(proxy.url, list, asked, { method: 'OPTIONS' });
    expect(status).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': app,
      'access-control-allow-methods': 'GET',
      'access-control-allow-headers': 'Authorization, Content-Type, Prefer, x-signature',
      vary: 'Origin',
    });
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
    expect([...portal.requests, ...portal.exchanges]).toEqual([]);
  });

  test('its own failures can be read by a named origin too', async () => {
    const { proxy } = await start();
    const { status, headers } = await call(proxy.url, '/nothing', { origin: app });
    expect([status, headers['access-control-allow-origin']]).toEqual([404, app]);
  });

  test.each([
    'http://localhost:5174',
    'https://localhost:5173',
    'https://evil.example',
    'null',
    'http://localhost.evil.example:5173',
  ])('the origin %s is refused, for a call and a preflight, and nothing is sent on', async (origin) => {
    const { portal, proxy } = await start();
    for (const method of ['GET', 'OPTIONS']) {
      const asked = { origin, 'access-control-request-method': 'GET' };
      const { status, headers } = await call(proxy.url, list, asked, { method });
      expect([status, headers.vary]).toEqual([403, 'Origin']);
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
    expect([...portal.requests, ...portal.exchanges]).toEqual([]);
    const cure = origin === 'null' ? 'is not allowed.' : `start the proxy with --allow-origin ${origin}.`;
    expect(proxy.lines.at(-1)).toContain(cure);
  });

  test('a caller without an origin is served, but not an image or a script of a page', async () => {
    const { portal, proxy } = await start();
    expect((await call(proxy.url, list)).headers).toMatchObject({ vary: 'Origin' });
    expect((await call(proxy.url, list, { 'sec-fetch-site': 'none' })).status).toBe(200);
    expect((await call(proxy.url, list, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await call(proxy.url, list, { 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect(portal.requests).toHaveLength(2);
  });
});

describe('the Host of a request', () => {
  test.each(['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]'])(
    '%s with the port is the proxy itself',
    async (name) => {
      const { proxy, port } = await start();
      expect((await call(proxy.url, list, { host: `${name}:${port}` })).status).toBe(200);
    },
  );

  test.each([
    (port: string) => `rebound.example:${port}`,
    (port: string) => `localhost.rebound.example:${port}`,
    (port: string) => `127.0.0.1.rebound.example:${port}`,
    (port: string) => `192.0.2.7:${port}`,
    (port: string) => `rebound.example@127.0.0.1:${port}`,
    () => 'localhost:1',
    () => 'localhost',
  ])('anything else is refused with 421 (%#)', async (host) => {
    const { portal, proxy, port } = await start();
    const { status } = await call(proxy.url, list, { host: host(port), origin: app });
    expect(status).toBe(421);
    expect([...portal.requests, ...portal.exchanges]).toEqual([]);
  });

  test.each(['GET / HTTP/1.1\r\nHost:\r\n', 'GET / HTTP/1.0\r\n'])(
    'none at all is refused (%#)',
    async (head) => {
      const { port } = await start();
      const socket = connect(Number(port), '127.0.0.1');
      socket.write(`${head}\r\n`);
      const [answer] = (await once(socket, 'data')) as [Buffer];
      socket.destroy();
      expect(answer.toString()).toMatch(/^HTTP\/1\.1 421 /u);
    },
  );
});

import { once } from 'node:events';
import { connect } from 'node:net';

import { rawRequest } from '@docspace-oauth/testing/raw-request';
import { describe, expect, test } from 'vitest';

import {
  example,
  json,
  startPortal,
  startTestProxy,
  type FakePortal,
  type TestProxy,
} from '../test/fake-portal.ts';

const list = '/api/2.0/clients?limit=3';
const page = example('page-middle');
const app = 'http://localhost:5173';

async function start(): Promise<{ portal: FakePortal; proxy: TestProxy; port: string }> {
  const portal = await startPortal(
    json(200, page, {
      'x-ratelimit-remaining': '7',
      'x-ratelimit-reset': '0',
      'access-control-allow-origin': '*',
      'access-control-allow-credentials': 'true',
    }),
  );
  const proxy = await startTestProxy(portal.url, { allowOrigins: ['https://app.example.com', `${app}/`] });
  return { portal, proxy, port: new URL(proxy.url).port };
}

describe('CORS', () => {
  test('an allowed origin may read the response and its rate headers, by name and not by a wildcard', async () => {
    const { proxy } = await start();
    const { status, headers } = await rawRequest(proxy.url, list, { headers: { origin: app } });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'access-control-allow-origin': app,
      'access-control-expose-headers': 'X-Ratelimit-Remaining, X-Ratelimit-Reset, Retry-After',
      vary: 'Origin',
      'x-ratelimit-remaining': '7',
      'x-ratelimit-reset': '0',
      'cache-control': 'no-store',
    });
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
  });

  test('its preflight succeeds without a request to the upstream', async () => {
    const { portal, proxy } = await start();
    const asked = {
      origin: app,
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization,x-signature',
    };
    const { status, headers } = await rawRequest(proxy.url, list, { headers: asked, method: 'OPTIONS' });
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

  test('a failure of the proxy itself can be read by an allowed origin too', async () => {
    const { proxy } = await start();
    const { status, headers } = await rawRequest(proxy.url, '/nothing', { headers: { origin: app } });
    expect([status, headers['access-control-allow-origin']]).toEqual([404, app]);
  });

  test.each([
    'http://localhost:5174',
    'https://localhost:5173',
    'https://evil.example',
    'null',
    'http://localhost.evil.example:5173',
  ])(
    'a call and a preflight of the origin %s are refused with 403, and nothing is forwarded',
    async (origin) => {
      const { portal, proxy } = await start();
      for (const method of ['GET', 'OPTIONS']) {
        const asked = { origin, 'access-control-request-method': 'GET' };
        const { status, headers } = await rawRequest(proxy.url, list, { headers: asked, method });
        expect([status, headers.vary]).toEqual([403, 'Origin']);
        expect(headers).not.toHaveProperty('access-control-allow-origin');
      }
      expect([...portal.requests, ...portal.exchanges]).toEqual([]);
      const cure = origin === 'null' ? 'is not allowed.' : `start the proxy with --allow-origin ${origin}.`;
      expect(proxy.lines.at(-1)).toContain(cure);
    },
  );

  test('a caller without an origin is served, an image or a script of a page is refused with 403', async () => {
    const { portal, proxy } = await start();
    expect((await rawRequest(proxy.url, list)).headers).toMatchObject({ vary: 'Origin' });
    expect((await rawRequest(proxy.url, list, { headers: { 'sec-fetch-site': 'none' } })).status).toBe(200);
    expect((await rawRequest(proxy.url, list, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(
      403,
    );
    expect((await rawRequest(proxy.url, list, { headers: { 'sec-fetch-site': 'same-site' } })).status).toBe(
      403,
    );
    expect(portal.requests).toHaveLength(2);
  });
});

describe('the Host of a request', () => {
  test.each(['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]'])(
    '%s with the port is accepted',
    async (name) => {
      const { proxy, port } = await start();
      expect((await rawRequest(proxy.url, list, { headers: { host: `${name}:${port}` } })).status).toBe(200);
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
  ])('any other name is refused with 421 (%#)', async (host) => {
    const { portal, proxy, port } = await start();
    const { status } = await rawRequest(proxy.url, list, { headers: { host: host(port), origin: app } });
    expect(status).toBe(421);
    expect([...portal.requests, ...portal.exchanges]).toEqual([]);
  });

  test.each(['GET / HTTP/1.1\r\nHost:\r\n', 'GET / HTTP/1.0\r\n'])(
    'a request without one is refused with 421 (%#)',
    async (head) => {
      const { port } = await start();
      const socket = connect(Number(port), '127.0.0.1');
      socket.write(`${head}\r\n`);
      const [received] = (await once(socket, 'data')) as [Buffer];
      socket.destroy();
      expect(received.toString()).toMatch(/^HTTP\/1\.1 421 /u);
    },
  );
});

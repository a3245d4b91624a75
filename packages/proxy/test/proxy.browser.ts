import { startServer, text } from '@docspace-oauth/testing/server';
import { launchChromium } from '@docspace-oauth/testing/chromium';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';

import {
  example,
  json,
  startPortal,
  startTestProxy,
  type FakePortal,
  type TestProxy,
} from './fake-portal.ts';

const list = '/api/2.0/clients?limit=3';
let browser: Browser;

beforeAll(async () => {
  // The name of a page that turns to this machine once it is loaded.
  browser = await launchChromium(['--host-resolver-rules=MAP rebound.example 127.0.0.1']);
});
afterAll(async () => browser.close());

interface Stage {
  readonly page: Page;
  readonly portal: FakePortal;
  readonly proxy: TestProxy;
}

/** A page on another origin than the proxy, and a proxy that allows this origin or another one. */
async function open(allowed: boolean): Promise<Stage> {
  const body = example('page-middle');
  const portal = await startPortal(json(200, body, { 'x-ratelimit-remaining': '7', 'set-cookie': 'a=1' }));
  const { url: app } = await startServer(() =>
    text(200, '<title>app', { 'content-type': 'text/html', 'set-cookie': 'x-signature=stale' }),
  );
  const proxy = await startTestProxy(portal.url, { allowOrigins: [allowed ? app : 'http://localhost:1'] });
  const page = await browser.newPage();
  onTestFinished(async () => page.close());
  await page.goto(app);
  return { page, portal, proxy };
}

test('a page of an allowed origin reads the data and the rate headers, preflight included', async () => {
  const { page, portal, proxy } = await open(true);
  const got = await page.evaluate(async (url) => {
    const headers = { authorization: 'Bearer from-the-page', 'x-signature': 'from.the.page', prefer: 'x=y' };
    const response = await fetch(url, { headers });
    const { data } = (await response.json()) as { data: unknown[] };
    return {
      status: response.status,
      rest: response.headers.get('x-ratelimit-remaining'),
      count: data.length,
    };
  }, proxy.url + list);
  expect(got).toEqual({ status: 200, rest: '7', count: expect.any(Number) as number });
  expect(proxy.lines.some((line) => line.startsWith('OPTIONS getClients 204'))).toBe(true);
  expect(portal.requests).toMatchObject([{ headers: { 'x-signature': portal.tokens[0] } }]);
  expect(portal.requests[0]?.headers.cookie).toBeUndefined();
  expect(await page.context().cookies(proxy.url)).toMatchObject([{ name: 'x-signature' }]);
});

test('a page of another origin reads nothing, and nothing is forwarded, however it asks', async () => {
  const { page, portal, proxy } = await open(false);
  const outcomes = await page.evaluate(async (url) => {
    const element = async (tag: 'img' | 'script'): Promise<string> =>
      new Promise((resolve) => {
        const asking = document.createElement(tag);
        asking.addEventListener('error', () => resolve('error'));
        asking.addEventListener('load', () => resolve('load'));
        asking.src = url;
        document.head.append(asking);
      });
    const failed = (error: unknown): string => (error as Error).name;
    return Promise.all([
      fetch(url).then(() => 'read', failed),
      fetch(url, { headers: { 'x-signature': 'a.b.c' } }).then(() => 'read', failed),
      fetch(url, { mode: 'no-cors' }).then((response) => response.type, failed),
      element('img'),
      element('script'),
    ]);
  }, proxy.url + list);
  expect(outcomes).toEqual(['TypeError', 'TypeError', 'opaque', 'error', 'error']);
  expect([...portal.requests, ...portal.exchanges]).toEqual([]);
  expect(proxy.lines).toHaveLength(5);
});

test('a host name that was rebound to this machine is refused with 421', async () => {
  const { page, portal, proxy } = await open(true);
  const response = await page.goto(`http://rebound.example:${new URL(proxy.url).port}${list}`);
  expect(response?.status()).toBe(421);
  expect([...portal.requests, ...portal.exchanges]).toEqual([]);
});

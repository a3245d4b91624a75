import { once } from 'node:events';
import { createServer } from 'node:http';

import { launchChromium } from '@docspace-oauth/testing/chromium';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';

import { CLIENTS, started, tokenOf } from '../started.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => browser.close());

/** A page of an origin that is not the mock's. */
async function openPage(): Promise<Page> {
  const server = createServer((_, response) => response.end('<title>app')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const page = await browser.newPage();
  onTestFinished(async () => {
    await page.close();
    server.closeAllConnections();
    server.close();
  });
  await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
  return page;
}

interface Seen {
  readonly status: number;
  readonly remaining: string | null;
  readonly text: string;
}

/** What a script in the page gets; the name of the error where the browser keeps it away. */
async function ask(page: Page, url: string, headers: Record<string, string>): Promise<Seen | string> {
  return page.evaluate(
    async (call) => {
      try {
        const response = await fetch(call.url, { headers: call.headers });
        const remaining = response.headers.get('x-ratelimit-remaining');
        return { status: response.status, remaining, text: await response.text() };
      } catch (error) {
        return (error as Error).name;
      }
    },
    { url, headers },
  );
}

test('a page of another origin reads data and rate headers, with a key and with Prefer', async () => {
  await using mock = await started();
  const page = await openPage();
  const headers = { authorization: 'Bearer admin-1', prefer: 'example=empty' };
  expect(await ask(page, mock.url + CLIENTS, headers)).toMatchObject({ status: 200, remaining: '199' });
  const refused = await ask(page, mock.url + CLIENTS, { authorization: 'Bearer guest-1' });
  expect(refused).toMatchObject({ status: 403, text: expect.stringContaining('Guests') as string });
});

test('the portal dialect: the exchange and a signed call, preflight included', async () => {
  await using mock = await started({ dialect: 'portal' });
  const page = await openPage();
  const exchange = await ask(page, `${mock.url}/api/2.0/security/oauth2/token`, {
    authorization: 'Bearer admin-1',
  });
  const token = (JSON.parse((exchange as Seen).text) as { response: string }).response;
  expect(await ask(page, mock.url + CLIENTS, { 'x-signature': token })).toMatchObject({ status: 200 });
});

test('strict: the browser keeps everything away, as with a live portal', async () => {
  await using mock = await started({ dialect: 'portal', cors: 'strict' });
  const page = await openPage();
  const headers = { 'x-signature': await tokenOf(mock) };
  expect(await ask(page, mock.url + CLIENTS, headers)).toBe('TypeError');
  // The preflight came and was refused; the call itself never did.
  expect(mock.requests.at(-1)).toMatchObject({ method: 'OPTIONS', status: 403 });
});

test('the control endpoint answers a page, and a scenario shows at once', async () => {
  await using mock = await started();
  const page = await openPage();
  const status = await page.evaluate(async (url) => {
    const response = await fetch(`${url}/__mock/scenario`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'down' }),
    });
    return response.status;
  }, mock.url);
  expect(status).toBe(200);
  const down = await ask(page, mock.url + CLIENTS, { authorization: 'Bearer admin-1' });
  expect(down).toMatchObject({ status: 502 });
});

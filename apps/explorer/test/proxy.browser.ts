import { fileURLToPath } from 'node:url';

import { startMock } from '@docspace-oauth/mock';
import { startProxy } from '@docspace-oauth/proxy';
import { expect, onTestFinished, test } from 'vitest';

import { clientId, openTab, openView, useBrowser } from './explorer.ts';
import { pages } from './pages.ts';

useBrowser();

/** The key of an administrator of the mock, in the form of a portal's. */
const apiKey = `sk-${'0123456789abcdef'.repeat(4)}`;

test('through the proxy: every view works, and the API key is nowhere in the browser', async () => {
  const portal = await startMock({ dialect: 'portal', clients: 60 });
  const proxy = await startProxy({ upstream: portal.url, apiKey, serve: fileURLToPath(pages) });
  onTestFinished(async () => {
    await proxy.close();
    await portal.close();
  });
  const page = await openTab(proxy.url);
  const sent: string[] = [];
  page.on('request', (request) =>
    sent.push(JSON.stringify([request.method(), request.url(), request.headers()])),
  );
  await openView(page, proxy.url, '/?sort=name');
  await page.getByText('67 of 67 clients').waitFor();
  await openView(page, proxy.url, `/clients/${clientId}`);
  await page.getByText('client_secret').first().waitFor();
  await page.locator('details.requests summary').click();
  await page.getByText('this server speaks the portal’s dialect').first().waitFor();
  await openView(page, proxy.url, `/bulk?ids=${clientId},nothing`);
  await page.getByRole('heading', { name: '1 id missing' }).waitFor();
  await openView(page, proxy.url, '/connection');
  await page.getByText('a server that has the API key of a portal').waitFor();
  expect(await page.getByRole('radio').count()).toBe(0);
  const kept = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
  );
  const everything = [kept, await page.content(), ...sent].join('\n');
  expect(everything).not.toContain(apiKey);
  expect(everything).not.toMatch(/x-signature":|authorization":/iu);
  expect(new Set(sent.map((request) => (JSON.parse(request) as string[])[0]))).toEqual(new Set(['GET']));
  expect(portal.requests.length).toBeGreaterThan(5);
});

test('a portal that cannot be reached is told in the words of the proxy', async () => {
  const portal = await startMock({ dialect: 'portal' });
  const proxy = await startProxy({ upstream: portal.url, apiKey, serve: fileURLToPath(pages) });
  onTestFinished(async () => proxy.close());
  await portal.close();
  const page = await openTab(proxy.url);
  await openView(page, proxy.url, '/');
  await expect.poll(() => page.getByRole('alert').innerText()).toContain('could not be reached');
});

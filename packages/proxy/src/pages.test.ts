import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { rawRequest } from '@docspace-oauth/testing/raw-request';
import { expect, onTestFinished, test } from 'vitest';

import { apiKey, example, json, startPortal, startTestProxy } from '../test/fake-portal.ts';
import { startProxy, UsageError } from './index.ts';

const list = '/api/2.0/clients?limit=3';

async function folder(): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'pages-'));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  await writeFile(path.join(made, 'index.html'), '<title>pages</title>');
  return made;
}

test('serve shows the pages of a folder, which may call the API without CORS and without a key', async () => {
  const portal = await startPortal(json(200, example('page-middle')));
  const proxy = await startTestProxy(portal.url, { serve: await folder() });
  const page = await rawRequest(proxy.url, '/explorer/clients/1', { headers: { accept: 'text/html' } });
  expect([page.status, page.text]).toEqual([200, '<title>pages</title>']);
  expect(page.headers).toMatchObject({ 'content-security-policy': "frame-ancestors 'none'" });
  expect(portal.requests).toEqual([]);
  // What a browser says of a request of a page to its own server.
  const called = await rawRequest(proxy.url, list, { headers: { 'sec-fetch-site': 'same-origin' } });
  expect(called.status).toBe(200);
  expect(proxy.lines[0]).toMatch(/^GET page 200 /u);
});

test('a link of another site leads to the page, and the other site still cannot call', async () => {
  const portal = await startPortal(json(200, example('page-middle')));
  const proxy = await startTestProxy(portal.url, { serve: await folder() });
  const foreign = { 'sec-fetch-site': 'cross-site', accept: 'text/html' };
  expect((await rawRequest(proxy.url, '/explorer/', { headers: foreign })).status).toBe(200);
  expect((await rawRequest(proxy.url, list, { headers: foreign })).status).toBe(403);
  const rebound = await rawRequest(proxy.url, '/explorer/', { headers: { host: 'evil.example' } });
  expect(rebound.status).toBe(421);
  expect(portal.requests).toEqual([]);
});

test('without pages /explorer/ is no operation', async () => {
  const portal = await startPortal(json(200, example('page-middle')));
  const proxy = await startTestProxy(portal.url);
  expect((await rawRequest(proxy.url, '/explorer/', { headers: { accept: 'text/html' } })).status).toBe(404);
});

test.each([tmpdir(), path.join(tmpdir(), 'not-there'), ''])('the folder "%s" is refused', async (serve) => {
  await expect(startProxy({ upstream: 'https://portal.example.com', apiKey, serve })).rejects.toThrow(
    UsageError,
  );
});

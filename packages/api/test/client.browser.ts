import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { createDocSpaceClient } from '../src/index.ts';
import { launchChromium } from './chromium.ts';
import { apiKey, makeClients, pageOf, startPortal } from './portal.ts';
import type { Received, Reply } from './server.ts';
import { json, stall, text } from './server.ts';

/** What the page's own module script puts there: an import() of the test would not be the browser's. */
interface Loaded {
  api: { createDocSpaceClient: typeof createDocSpaceClient };
}

const html = `<!doctype html><title>test</title>
<script type="module">import * as api from '/client.js'; globalThis.api = api;</script>`;

let browser: Browser;
/** The client, and the file that it loads on demand, as a bundler makes them. */
let script: string;
let onDemand: { path: string; code: string };
const clients = makeClients(7);

beforeAll(async () => {
  const bundle = await rolldown({
    input: fileURLToPath(new URL('../dist/index.js', import.meta.url)),
    platform: 'browser',
  });
  const [main, chunk] = (await bundle.generate({ format: 'esm' })).output;
  script = main.code;
  onDemand = { path: `/${chunk?.fileName}`, code: chunk?.type === 'chunk' ? chunk.code : '' };
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const worker = `
  import { createDocSpaceClient } from '/client.js';
  const docspace = createDocSpaceClient({ baseUrl: location.origin, apiKey: '${apiKey}', dialect: 'portal' });
  postMessage((await docspace.getClients()).clients.length);`;

/** A portal that serves the page and the client from its own origin, as one behind a proxy is. */
async function open(
  reply: (request: Received) => Reply,
): Promise<{ page: Page; portal: Awaited<ReturnType<typeof startPortal>> }> {
  const js = { 'content-type': 'text/javascript' };
  const portal = await startPortal(reply, {
    pages: {
      '/': text(200, html, { 'content-type': 'text/html', 'set-cookie': 'x-signature=stale' }),
      '/client.js': text(200, script, js),
      [onDemand.path]: text(200, onDemand.code, js),
      '/worker.js': text(200, worker, js),
    },
  });
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  await page.goto(portal.url);
  await page.waitForFunction('globalThis.api');
  return { page, portal };
}

describe('in a real Chromium', () => {
  test('the five operations, and no cookie beside the signature', async () => {
    const { page, portal } = await open(({ path }) =>
      path.includes('?') || path.endsWith('/clients') ? pageOf(clients, path) : json(200, clients[0]),
    );
    const result = await page.evaluate(async (key) => {
      const { createDocSpaceClient } = (globalThis as unknown as Loaded).api;
      const docspace = createDocSpaceClient({ baseUrl: location.origin, apiKey: key });
      const ids: string[] = [];
      for await (const { client_id } of docspace.iterateClients({ pageSize: 3 })) ids.push(client_id);
      const [id = ''] = ids;
      return {
        dialect: await docspace.dialect(),
        ids,
        client: await docspace.getClient(id),
        info: await docspace.getClientInfo(id),
        shown: await docspace.getPublicClientInfo(id),
        bulk: (await docspace.getClientsInfo(ids)).found.length,
      };
    }, apiKey);
    expect(result).toMatchObject({
      dialect: 'portal',
      ids: clients.map(({ client_id }) => client_id),
      bulk: 7,
    });
    expect(result.client).toEqual(clients[0]);
    expect(result.info).toEqual(clients[0]);
    expect(result.shown).toMatchObject({ client_id: clients[0]?.client_id });
    const api = portal.requests.filter(({ path }) => path.startsWith('/api/'));
    expect(api.length).toBeGreaterThan(6);
    for (const { headers } of api) expect(headers).not.toHaveProperty('cookie');
  });

  test('errors: status, redirect, timeout, abort', async () => {
    const { page } = await open(({ path }) => {
      if (path.endsWith('/gone')) return json(404, { title: 'Not Found' });
      if (path.endsWith('/moved')) return text(302, '', { location: '/elsewhere' });
      return stall;
    });
    const codes = await page.evaluate(async (key) => {
      const { createDocSpaceClient } = (globalThis as unknown as Loaded).api;
      const docspace = createDocSpaceClient({
        baseUrl: location.origin,
        apiKey: key,
        dialect: 'portal',
        attemptTimeoutMs: 200,
        retry: { attempts: 1 },
      });
      const codeOf = async (id: string, signal?: AbortSignal): Promise<unknown> =>
        docspace.getClient(id, signal && { signal }).catch((error: { code: unknown }) => error.code);
      return [
        await codeOf('gone'),
        await codeOf('moved'),
        await codeOf('slow'),
        await codeOf('slow', AbortSignal.abort()),
      ];
    }, apiKey);
    expect(codes).toEqual(['not_found', 'unexpected_response', 'timeout', 'aborted']);
  });

  test('http, which is loaded by its first use', async () => {
    const { page, portal } = await open(({ path }) =>
      path.endsWith('/moved') ? text(302, '', { location: '/elsewhere' }) : pageOf(clients, path),
    );
    const loads = (): number => portal.requests.filter(({ path }) => path === onDemand.path).length;
    expect(loads()).toBe(0);
    const result = await page.evaluate(async (key) => {
      const { createDocSpaceClient } = (globalThis as unknown as Loaded).api;
      const { http } = createDocSpaceClient({ baseUrl: location.origin, apiKey: key, dialect: 'portal' });
      const [list, moved] = await Promise.all([
        http.GET('/api/2.0/clients'),
        http.GET('/api/2.0/clients/{id}', { params: { path: { id: 'moved' } } }),
      ]);
      return { count: list.data?.data?.length, moved: moved.response.type };
    }, apiKey);
    expect(result).toEqual({ count: 7, moved: 'opaqueredirect' });
    expect(loads()).toBe(1);
  });

  test('in a worker', async () => {
    const { page } = await open(({ path }) => pageOf(clients, path));
    const count = await page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const started = new Worker('/worker.js', { type: 'module' });
          started.addEventListener('message', ({ data }) => resolve(data));
          started.addEventListener('error', reject);
        }),
    );
    expect(count).toBe(7);
  });
});

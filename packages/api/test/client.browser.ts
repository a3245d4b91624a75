import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { createHttp } from '../src/http.ts';
import type { createDocSpaceClient } from '../src/index.ts';
import { launchChromium } from '@docspace-oauth/testing/chromium';
import { apiKey, makeClients, pageOf, startPortal } from '@docspace-oauth/testing/portal';
import type { Received, Reply } from '@docspace-oauth/testing/server';
import { json, stall, text } from '@docspace-oauth/testing/server';

/** What the module script of the page provides: an import() in a test would be Node's. */
interface Loaded {
  api: { createDocSpaceClient: typeof createDocSpaceClient; createHttp: typeof createHttp };
}

const html = `<!doctype html><title>test</title>
<script type="module">
  import { createDocSpaceClient } from '/index.js';
  import { createHttp } from '/http.js';
  globalThis.api = { createDocSpaceClient, createHttp };
</script>`;

let browser: Browser;
/** The entries and what they share, as a bundler makes them, by path. */
let scripts: Record<string, string>;
const clients = makeClients(7);

beforeAll(async () => {
  const entry = (name: string): string => fileURLToPath(new URL(`../dist/${name}.js`, import.meta.url));
  const bundle = await rolldown({
    input: { index: entry('index'), http: entry('http') },
    platform: 'browser',
  });
  const { output } = await bundle.generate({ format: 'esm' });
  scripts = Object.fromEntries(
    output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : '']),
  );
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const worker = `
  import { createDocSpaceClient } from '/index.js';
  const docspace = createDocSpaceClient({ baseUrl: location.origin, apiKey: '${apiKey}', dialect: 'portal', fetch });
  postMessage((await docspace.getClients()).clients.length);`;

/** A portal that serves the page and the scripts from its own origin, as a portal behind a proxy does. */
async function open(
  reply: (request: Received) => Reply,
): Promise<{ page: Page; portal: Awaited<ReturnType<typeof startPortal>> }> {
  const js = { 'content-type': 'text/javascript' };
  const portal = await startPortal(reply, {
    pages: {
      '/': text(200, html, { 'content-type': 'text/html', 'set-cookie': 'x-signature=stale' }),
      ...Object.fromEntries(Object.entries(scripts).map(([path, code]) => [path, text(200, code, js)])),
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
  test('the five operations work, and no cookie is sent beside the token', async () => {
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

  test('a status, a redirect, a timeout and an abort each reject with their code', async () => {
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

  test('a redirect to another origin is called a redirect, without an origin that the page cannot know', async () => {
    const { page, portal } = await open(() => text(302, '', { location: 'https://login.example.com/' }));
    const error = await page.evaluate(async (key) => {
      const { createDocSpaceClient } = (globalThis as unknown as Loaded).api;
      const options = { baseUrl: location.origin, apiKey: key, dialect: 'portal' } as const;
      return createDocSpaceClient(options)
        .getClient('a')
        .catch(({ code, message, hint }: Record<string, string>) => ({ code, message, hint }));
    }, apiKey);
    const { host } = new URL(portal.url);
    expect(error).toEqual({
      code: 'unexpected_response',
      message: `${host} answered with a redirect to getClient (a browser does not tell where it leads).`,
      hint: 'Check baseUrl: redirects are not followed.',
    });
  });

  test('the page’s own fetch can be given as the option, and an answer that may be cached is asked for again', async () => {
    const { page, portal } = await open(() => json(200, clients[0], { 'cache-control': 'max-age=3600' }));
    const names = await page.evaluate(async (key) => {
      const { createDocSpaceClient } = (globalThis as unknown as Loaded).api;
      const options = { baseUrl: location.origin, apiKey: key, dialect: 'portal' } as const;
      const docspace = createDocSpaceClient({ ...options, fetch: globalThis.fetch });
      return [(await docspace.getClient('a')).name, (await docspace.getClient('a')).name];
    }, apiKey);
    expect(names).toEqual([clients[0]?.name, clients[0]?.name]);
    expect(portal.paths().filter((path) => path.endsWith('/clients/a'))).toHaveLength(2);
  });

  test('createHttp: a page of the list, and a redirect that is not followed', async () => {
    const { page } = await open(({ path }) =>
      path.endsWith('/moved') ? text(302, '', { location: '/elsewhere' }) : pageOf(clients, path),
    );
    const result = await page.evaluate(async (key) => {
      const { createDocSpaceClient, createHttp } = (globalThis as unknown as Loaded).api;
      const http = createHttp(
        createDocSpaceClient({ baseUrl: location.origin, apiKey: key, dialect: 'portal' }),
      );
      const [list, moved] = await Promise.all([
        http.GET('/api/2.0/clients'),
        http.GET('/api/2.0/clients/{id}', { params: { path: { id: 'moved' } } }),
      ]);
      const { type, status, ok } = moved.response;
      return { count: list.data?.data?.length, moved: { type, status, ok } };
    }, apiKey);
    expect(result).toEqual({ count: 7, moved: { type: 'opaqueredirect', status: 0, ok: false } });
  });

  test('works in a worker', async () => {
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

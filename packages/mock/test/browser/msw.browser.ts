import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

import { rolldown } from 'rolldown';
import { expect, onTestFinished, test } from 'vitest';

import { launchChromium } from './chromium.ts';

const PAGE = 'virtual:page';
/** What an app does in its development build: the worker answers what the page asks of its own origin. */
const page = `
  import { setupWorker } from 'msw/browser';
  import { mockHandlers } from '${fileURLToPath(new URL('../../src/msw/index.ts', import.meta.url)).replaceAll('\\', '/')}';
  const document = await (await fetch('/contract.json')).json();
  const { handlers } = mockHandlers({ document, baseUrl: location.origin, clients: 3 });
  await setupWorker(...handlers).start({ quiet: true, onUnhandledFrame: 'bypass' });
  const headers = { authorization: 'Bearer admin-1' };
  const list = await fetch('/api/2.0/clients', { headers });
  const { response } = await list.json();
  const one = await fetch('/api/2.0/clients/' + response[4].client_id, { headers });
  const refused = await fetch('/api/2.0/clients');
  globalThis.outcome = {
    statuses: [list.status, one.status, refused.status],
    count: response.length,
    same: (await one.json()).response.name === response[4].name,
  };`;

async function bundled(): Promise<string> {
  const bundle = await rolldown({
    input: PAGE,
    platform: 'browser',
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === PAGE ? fileURLToPath(new URL('page.js', import.meta.url)) : null),
        load: (id) => (id.endsWith('page.js') && !id.includes('node_modules') ? page : null),
      },
    ],
  });
  return (await bundle.generate({ format: 'esm', codeSplitting: false })).output[0].code;
}

test('the handlers answer a page of a real Chromium through a service worker', async () => {
  const files: Record<string, readonly [type: string, body: string]> = {
    '/': ['text/html', '<!doctype html><script type="module" src="/page.js"></script>'],
    '/page.js': ['text/javascript', await bundled()],
    '/mockServiceWorker.js': [
      'text/javascript',
      await readFile(fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js')), 'utf8'),
    ],
    '/contract.json': [
      'application/json',
      await readFile(fileURLToPath(import.meta.resolve('@docspace-oauth/openapi/guide.json')), 'utf8'),
    ],
  };
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const [type, body] = files[url] ?? ['text/plain', 'nothing here'];
    response.writeHead(url in files ? 200 : 404, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const browser = await launchChromium();
  onTestFinished(() => browser.close());
  const tab = await browser.newPage();
  const { port } = server.address() as AddressInfo;
  await tab.goto(`http://127.0.0.1:${port}/`);
  await tab.waitForFunction('globalThis.outcome');
  expect(await tab.evaluate('globalThis.outcome')).toEqual({
    statuses: [200, 200, 401],
    count: 10,
    same: true,
  });
  expect(asked.filter((url) => url.startsWith('/api/'))).toEqual([]);
});

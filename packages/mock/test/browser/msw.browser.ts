import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

import { listen } from '@docspace-oauth/local-server';
import { launchChromium } from '@docspace-oauth/testing/chromium';
import { rolldown } from 'rolldown';
import { expect, onTestFinished, test } from 'vitest';

const PAGE = 'virtual:page';
/** What an app does in its development build: the worker answers what the page asks of its own origin. */
const page = `
  import { setupWorker } from 'msw/browser';
  import { mockHandlers } from '${fileURLToPath(new URL('../../src/msw/handlers.ts', import.meta.url)).replaceAll('\\', '/')}';
  const { handlers, setClients, setScenario } = mockHandlers({ baseUrl: location.origin + '/guide', clients: 3 });
  const portal = mockHandlers({ baseUrl: location.origin + '/portal', dialect: 'portal' });
  await setupWorker(...handlers, ...portal.handlers).start({ quiet: true, onUnhandledFrame: 'bypass' });
  const ask = (path, more) => fetch('/guide' + path, { headers: { authorization: 'Bearer admin-1', ...more } });
  const list = await ask('/api/2.0/clients');
  const { response } = await list.json();
  const one = await ask('/api/2.0/clients/' + response[4].client_id);
  const refused = await fetch('/guide/api/2.0/clients');
  const invalid = await ask('/api/2.0/clients/info');
  const preferred = await ask('/api/2.0/clients', { prefer: 'code=404' });
  let complaint;
  try {
    setClients([{ name: 'No' }]);
  } catch (error) {
    complaint = error.message;
  }
  setScenario('down');
  const down = await ask('/api/2.0/clients');
  setScenario('disconnecting');
  const broken = await ask('/api/2.0/clients').catch((error) => error.name);
  const exchange = await fetch('/portal/api/2.0/security/oauth2/token', { headers: { authorization: 'Bearer admin-1' } });
  const unsigned = await fetch('/portal/api/2.0/clients');
  document.cookie = 'x-signature=' + (await exchange.json()).response;
  const signed = await fetch('/portal/api/2.0/clients');
  let compiler = 'allowed';
  try {
    new Function('return 1')();
  } catch (error) {
    compiler = error.name;
  }
  globalThis.outcome = {
    statuses: [list, one, refused, invalid, preferred, down].map(({ status }) => status),
    count: response.length,
    same: (await one.json()).response.name === response[4].name,
    violations: JSON.parse(invalid.headers.get('sl-violations')),
    complaint,
    broken,
    portal: [exchange, unsigned, signed].map(({ status }) => status),
    compiler,
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

test('under a strict CSP the handlers answer a page of a real Chromium, check it and play scenarios', async () => {
  const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
    '/': ['text/html', '<!doctype html><script type="module" src="/page.js"></script>'],
    '/page.js': ['text/javascript', await bundled()],
    '/mockServiceWorker.js': [
      'text/javascript',
      await readFile(fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js')), 'utf8'),
    ],
  };
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const [type, body] = files[url] ?? ['text/plain', 'nothing here'];
    const headers = { 'content-type': type, 'content-security-policy': "script-src 'self'" };
    response.writeHead(url in files ? 200 : 404, headers).end(body);
  });
  const origin = await listen(server, { port: 0, host: '127.0.0.1' });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const browser = await launchChromium();
  onTestFinished(() => browser.close());
  const tab = await browser.newPage();
  const failures: string[] = [];
  tab.on('pageerror', (error) => failures.push(error.message));
  await tab.goto(origin);
  // An expression that the tab polls would be compiled there, which its CSP forbids.
  await expect
    .poll(async () => [...failures, await tab.evaluate('typeof outcome')], { timeout: 20_000 })
    .toEqual(['object']);
  expect(await tab.evaluate('outcome')).toEqual({
    statuses: [200, 200, 401, 400, 404, 502],
    count: 10,
    same: true,
    violations: [{ location: '/request/query', message: 'the parameter ids is missing' }],
    complaint: expect.stringMatching(/^The client "No" breaks the contract: /u) as unknown,
    broken: 'TypeError',
    // The cookie of the page is the signature.
    portal: [200, 403, 200],
    // The page could not have compiled a schema.
    compiler: 'EvalError',
  });
  expect(asked.filter((url) => url.includes('/api/'))).toEqual([]);
});

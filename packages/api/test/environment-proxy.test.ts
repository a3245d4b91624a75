import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { json, startServer } from '@docspace-oauth/testing/server';

const dist = (entry: string): string => JSON.stringify(new URL(`../dist/${entry}.js`, import.meta.url).href);

/** Reads a list of a host that only a proxy can know, with a fetch, and prints how many clients there are, or the code. */
async function run(fetch: string, environment: Record<string, string>): Promise<string> {
  const program = `
    import { createDocSpaceClient } from ${dist('index')};
    import { nodeFetch } from ${dist('node')};
    const options = { baseUrl: 'http://portal.invalid', dialect: 'guide', retry: { attempts: 1 }, fetch: ${fetch} };
    const found = await createDocSpaceClient(options).getClients().catch((error) => error);
    console.log(found.code ?? found.clients.length);`;
  const env = { ...process.env, NO_PROXY: '', no_proxy: '', ...environment };
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    env,
  });
  return stdout.trim();
}

test.each(['undefined', 'nodeFetch()'])(
  'with the fetch %s, HTTP_PROXY alone changes nothing',
  async (fetch) => {
    const proxy = await startServer(() => json(200, [{ client_id: 'a' }]));
    const environment = { HTTP_PROXY: proxy.url, http_proxy: proxy.url, NODE_USE_ENV_PROXY: '' };
    expect(await run(fetch, environment)).toBe('network');
    expect(proxy.requests).toHaveLength(0);
  },
);

test('nodeFetch uses HTTP_PROXY if Node is started with NODE_USE_ENV_PROXY=1', async () => {
  const proxy = await startServer(() => json(200, [{ client_id: 'a' }]));
  const environment = { HTTP_PROXY: proxy.url, http_proxy: proxy.url, NODE_USE_ENV_PROXY: '1' };
  expect(await run('nodeFetch()', environment)).toBe('1');
  expect(proxy.paths()).toEqual(['http://portal.invalid/api/2.0/clients']);
});

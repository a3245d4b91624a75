/** workerd, in Miniflare: with an old and a new compatibility date, since `cache` is newer than the platform. */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { apiKey, startPortal } from './portal.ts';
import { say, withProject } from './project.ts';

interface Running {
  dispatchFetch(url: string): Promise<Response>;
  dispose(): Promise<void>;
}

const worker = (url: string): string => `
import { createDocSpaceClient } from '@docspace-oauth/api';
export default {
  async fetch() {
    const docspace = createDocSpaceClient({ baseUrl: '${url}', apiKey: '${apiKey}' });
    const names = [];
    for (let round = 0; round < 2; round++) names.push((await docspace.getClients()).clients[0].name);
    const own = createDocSpaceClient({ baseUrl: '${url}', apiKey: '${apiKey}', fetch });
    const codes = [];
    for (const id of ['gone', 'moved']) codes.push(await own.getClient(id).catch((error) => error.code));
    codes.push(await own.getClient('a', { signal: AbortSignal.abort() }).catch((error) => error.code));
    return new Response([...names, ...codes, 'cache' in Request.prototype].join(', '));
  },
};`;

const portal = await startPortal();
await withProject(['miniflare@4', 'esbuild@0.25'], async (project) => {
  await project.write('worker.js', worker(portal.url));
  await project.run('esbuild', ['worker.js', '--bundle', '--format=esm', '--outfile=bundle.js']);
  const entry = path.join(project.folder, 'node_modules', 'miniflare', 'dist', 'src', 'index.js');
  const { Miniflare } = (await import(pathToFileURL(entry).href)) as {
    Miniflare: new (options: object) => Running;
  };
  for (const compatibilityDate of ['2023-05-18', '2024-09-23', '2025-09-01']) {
    const running = new Miniflare({
      modules: true,
      script: await readFile(path.join(project.folder, 'bundle.js'), 'utf8'),
      compatibilityDate,
    });
    const printed = await (await running.dispatchFetch('http://127.0.0.1/')).text();
    await running.dispose();
    const expected =
      /^List \d+ größer, List \d+ größer, not_found, unexpected_response, aborted, (?:true|false)$/;
    say(`workerd ${compatibilityDate}: ${printed}`, expected.test(printed));
    say(`  the portal saw: ${portal.requests().join(' ')}`);
  }
});
portal.close();

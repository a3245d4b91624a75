/**
 * Next.js, whose server components patch fetch and may keep GETs: `node next.ts [version]`. A client that is made once for
 * the module, a page that is rendered for each request, and one that asks for nothing dynamic itself.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { apiKey, startPortal } from './portal.ts';
import { say, withProject } from './project.ts';

const [version = '14'] = process.argv.slice(2);
const portal = await startPortal();

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Every kept file that has a part of a token or a record in it. */
async function kept(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const file of files) {
    if (!file.isFile()) continue;
    const content = await readFile(path.join(file.parentPath, file.name), 'latin1');
    if (/e30\.|List \d/.test(content)) found.push(file.name);
  }
  return found;
}

async function read(url: string): Promise<string> {
  for (let tries = 0; ; tries++) {
    try {
      return await (await fetch(url)).text();
    } catch (error) {
      // The server is not listening yet.
      if (tries > 200) throw error;
      await new Promise((resolve) => {
        setTimeout(resolve, 100);
      });
    }
  }
}

const packages = [
  `next@${version}`,
  ...(Number(version) < 15 ? ['react@18', 'react-dom@18'] : ['react@19', 'react-dom@19']),
];
await withProject(packages, async (project) => {
  await project.write(
    'lib/docspace.js',
    `import { createDocSpaceClient } from '@docspace-oauth/api';
     export const docspace = createDocSpaceClient({ baseUrl: '${portal.url}', apiKey: '${apiKey}' });`,
  );
  await project.write(
    'app/layout.js',
    'export default function Layout({ children }) { return <html><body>{children}</body></html>; }',
  );
  const page = (extra: string): string => `
    import { docspace } from '../lib/docspace.js';
    ${extra}
    export default async function Page() {
      const { clients } = await docspace.getClients();
      return <p>{clients[0].name}</p>;
    }`;
  await project.write('app/page.js', page(''));
  await project.write(
    'app/each/page.js',
    page("export const dynamic = 'force-dynamic';").replace('../lib', '../../lib'),
  );
  const environment = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
  const built = await project.run('next', ['build'], environment);
  say(built.trim());
  say(`  the portal saw during the build: ${portal.requests().join(' ')}`);
  const port = await freePort();
  const bin = path.join(project.folder, 'node_modules', 'next', 'dist', 'bin', 'next');
  const server: ChildProcess = spawn(
    process.execPath,
    [bin, 'start', '-p', String(port), '-H', '127.0.0.1'],
    {
      cwd: project.folder,
      env: { ...process.env, ...environment },
      stdio: 'ignore',
    },
  );
  try {
    for (const route of ['/', '/each']) {
      const names: string[] = [];
      for (let round = 0; round < 3; round++) {
        names.push(/List \d+/.exec(await read(`http://127.0.0.1:${port}${route}`))?.[0] ?? 'no list');
      }
      say(
        `Next ${version}, ${route}: ${names.join(', ')}`,
        new Set(names).size === 3 && !names.includes('no list'),
      );
      say(`  the portal saw: ${portal.requests().join(' ')}`);
    }
    const files = await kept(path.join(project.folder, '.next', 'cache', 'fetch-cache'));
    say(`  files with a token or a record in the cache of fetch: ${files.length}`, files.length === 0);
  } finally {
    server.kill();
    await once(server, 'exit');
  }
});
portal.close();

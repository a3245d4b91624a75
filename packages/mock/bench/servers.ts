import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

import { documentPath } from '../src/index.ts';

/** A server in a process of its own, as somebody would start it. */
export interface Contender {
  readonly name: string;
  readonly command: (port: number) => string[];
}

const prism = fileURLToPath(import.meta.resolve('@stoplight/prism-cli/dist/index.js'));
const mock = fileURLToPath(new URL('../bin/docspace-mock.js', import.meta.url));

export const contenders: readonly Contender[] = [
  {
    name: 'prism mock',
    command: (port) => [
      prism,
      'mock',
      documentPath('guide'),
      '--port',
      String(port),
      '--verboseLevel',
      'silent',
    ],
  },
  { name: 'docspace-mock', command: (port) => [mock, '--port', String(port), '--clients', '3', '--quiet'] },
  {
    name: 'docspace-mock, 10,000 clients',
    command: (port) => [mock, '--port', String(port), '--clients', '9993', '--quiet'],
  },
];

export interface Running {
  readonly url: string;
  /** From the start of the process to its first answer. */
  readonly startMs: number;
  readonly rssMb: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

export async function start({ command }: Contender): Promise<Running> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const begin = performance.now();
  const child = spawn(process.execPath, command(port), { stdio: 'ignore' });
  await firstAnswer(`${url}/api/2.0/clients`, child);
  const startMs = performance.now() - begin;
  return {
    url,
    startMs,
    rssMb: async () => rssOf(child),
    stop: async () => {
      child.kill('SIGKILL');
      await once(child, 'close');
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function firstAnswer(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended with code ${child.exitCode}`);
    try {
      const response = await fetch(url, { headers: { authorization: 'Bearer admin-1' } });
      await response.arrayBuffer();
      if (response.status !== 200) throw new TypeError(`The first answer was ${response.status}`);
      return;
    } catch (error) {
      if (error instanceof TypeError && error.message.startsWith('The first')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

/** Resident memory; not known on Windows. */
async function rssOf({ pid }: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'rss=', '-p', String(pid)], (error, stdout) => {
      resolve(error === null ? Number(stdout) / 1024 : Number.NaN);
    });
  });
}

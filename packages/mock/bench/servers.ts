import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

import { documentPath } from '../src/index.ts';
import { answerOf } from './answer.ts';

/** A server in a process of its own, as somebody would start it. */
export interface Contender {
  readonly name: string;
  readonly command: (port: number) => string[];
}

const prism = fileURLToPath(import.meta.resolve('@stoplight/prism-cli/dist/index.js'));
const mock = fileURLToPath(new URL('../bin/docspace-mock.js', import.meta.url));
const START_LIMIT_MS = 30_000;

export const baseline: Contender = {
  name: 'prism mock',
  // Without its lines for each request: ours writes none either.
  command: (port) =>
    [prism, 'mock', documentPath('guide'), '--no-multiprocess'].concat(
      '--port',
      String(port),
      '--verboseLevel',
      'silent',
    ),
};

/** Seven clients come from the contract's examples. */
export const few: Contender = ours('docspace-mock, 10 clients', 3);
export const many: Contender = ours('docspace-mock, 10,000 clients', 9993);

function ours(name: string, more: number): Contender {
  return { name, command: (port) => [mock, '--port', String(port), '--clients', String(more), '--quiet'] };
}

export interface Running {
  readonly url: string;
  /** When its process was started, by `performance.now()`. */
  readonly begin: number;
  /** From the start of the process to its first answer. */
  readonly startMs: number;
  readonly rssMb: () => Promise<number>;
}

/** Starts it, waits until it answers the path, does the work and ends it, whatever came of the work. */
export async function withServer<T>(
  { name, command }: Contender,
  path: string,
  work: (server: Running) => Promise<T>,
): Promise<T> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const begin = performance.now();
  const child = spawn(process.execPath, command(port), { stdio: 'ignore', windowsHide: true });
  const closed = once(child, 'close');
  try {
    await firstAnswer(name, url + path, child);
    const startMs = performance.now() - begin;
    return await work({ url, begin, startMs, rssMb: async () => rssOf(child) });
  } finally {
    child.kill('SIGKILL');
    await closed;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function firstAnswer(name: string, url: string, child: ChildProcess): Promise<void> {
  const limit = performance.now() + START_LIMIT_MS;
  while (performance.now() < limit) {
    if (child.exitCode !== null) throw new Error(`${name} ended with code ${child.exitCode}`);
    const status = await answerOf(url);
    if (status === 200) return;
    if (status !== undefined) throw new Error(`${name}: the first answer was ${status}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`${name} did not answer within ${START_LIMIT_MS / 1000} s`);
}

/** Resident memory; not known on Windows. */
async function rssOf({ pid }: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'rss=', '-p', String(pid)], (error, stdout) => {
      resolve(error === null ? Number(stdout) / 1024 : Number.NaN);
    });
  });
}

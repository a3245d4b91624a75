import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A script of this folder in a process of its own, and the first thing that it tells. */
async function start(
  script: string,
  args: string[],
  nodeOptions: string[],
): Promise<[ChildProcess, unknown]> {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), args, { execArgv: nodeOptions });
  const told = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code} and told nothing.`)));
  });
  return [child, told];
}

/** Runs a script and resolves to what it tells, as soon as it has ended. */
export async function runScript<T>(
  script: string,
  args: string[] = [],
  nodeOptions: string[] = [],
): Promise<T> {
  const [child, told] = await start(script, args, nodeOptions);
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => {
      child.once('exit', resolve);
    });
    child.disconnect();
    await ended;
  }
  return told as T;
}

/** Runs the work beside the loopback server, with its base URL. */
export async function withServer<T>(work: (baseUrl: string) => Promise<T>): Promise<T> {
  const [child, port] = await start('server.ts', [], []);
  try {
    return await work(`http://127.0.0.1:${port as number}`);
  } finally {
    child.disconnect();
  }
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

import { readDocument } from './documents.ts';
import { bindablePort, PortInUseError } from './free-port.ts';
import { MockError } from './mock-error.ts';

const START_LIMIT_MS = 60_000;
const PORT_ATTEMPTS = 5;
const LOG_LIMIT = 256 * 1024;

export interface PrismOptions {
  /** Path of the OpenAPI document to serve, as JSON. */
  readonly document: string;
  /** 0 takes a free one. @default 0 */
  readonly port?: number;
  /** @default '127.0.0.1' */
  readonly host?: string;
  /** Ends Prism, whether it is still starting or already serving. */
  readonly signal?: AbortSignal;
}

export interface PrismProcess {
  readonly url: string;
  /** The last 256 kB that Prism printed. */
  log(): string;
  /** Resolves when Prism is gone, whoever ended it. */
  readonly ended: Promise<void>;
  /** Ends Prism; further calls wait for the same end. */
  close(): Promise<void>;
}

/** Runs plain `prism mock` as a process of its own and resolves when it answers. */
export async function startPrism({
  document,
  port = 0,
  host = '127.0.0.1',
  signal,
}: PrismOptions): Promise<PrismProcess> {
  await readDocument(document);
  for (let attempt = 1; ; attempt += 1) {
    signal?.throwIfAborted();
    const chosen = await bindablePort(port, host);
    try {
      return await launch(document, chosen, host, signal);
    } catch (error) {
      const retry = error instanceof PortInUseError && port === 0 && attempt < PORT_ATTEMPTS;
      if (!retry) throw error;
    }
  }
}

async function launch(
  document: string,
  port: number,
  host: string,
  signal: AbortSignal | undefined,
): Promise<PrismProcess> {
  const child = spawnPrism(document, port, host);
  const output = collectOutput(child);
  const ended = closed(child);
  const close = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  const url = serverUrl(host, port);
  const limit = new AbortController();
  try {
    await Promise.race([
      // The line comes first: before it, an answer on this port could be somebody else's.
      output.contains('Prism is listening on').then(async () => answer(url, limit.signal, output)),
      ended.then(() => {
        throw startFailure(port, host, child, output.log());
      }),
      sleep(START_LIMIT_MS, undefined, { signal: limit.signal }).then(() => {
        throw new MockError(`Prism did not answer within ${START_LIMIT_MS / 1000} s.`, { log: output.log() });
      }),
      ...(signal ? [aborted(signal, limit.signal)] : []),
    ]);
  } catch (error) {
    await close();
    throw error;
  } finally {
    limit.abort();
  }
  signal?.addEventListener('abort', () => child.kill('SIGKILL'), { once: true });
  return { url, log: () => output.log(), ended, close };
}

function serverUrl(host: string, port: number): string {
  // An address that means "all of this machine's" is one to listen on, not one to call.
  const callable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${callable.includes(':') ? `[${callable}]` : callable}:${port}`;
}

async function answer(url: string, signal: AbortSignal, output: Output): Promise<void> {
  try {
    await fetch(url, { signal });
  } catch (cause) {
    throw new MockError(`Prism listens at ${url} but does not answer.`, { log: output.log(), cause });
  }
}

function spawnPrism(document: string, port: number, host: string): ChildProcess {
  const bin = fileURLToPath(import.meta.resolve('@stoplight/prism-cli/dist/index.js'));
  // The channel closes with this process, even with a killed one, and takes Prism along.
  const endWithParent = 'data:text/javascript,process.once("disconnect",()=>process.exit())';
  return spawn(
    process.execPath,
    ['--import', endWithParent, bin, 'mock', document]
      // Prism forks where NODE_ENV says production, and the fork would outlive it.
      .concat('--no-multiprocess', '--port', String(port), '--host', host),
    {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      windowsHide: true,
      env: { ...process.env, FORCE_COLOR: '0' },
    },
  );
}

interface Output {
  log(): string;
  contains(text: string): Promise<void>;
}

function collectOutput(child: ChildProcess): Output {
  let log = '';
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-LOG_LIMIT);
      for (const check of waiting) check();
    });
  }
  return {
    log: () => log,
    contains: async (text) =>
      new Promise((resolve) => {
        waiting.add(function check() {
          if (!log.includes(text)) return;
          waiting.delete(check);
          resolve();
        });
      }),
  };
}

function startFailure(port: number, host: string, child: ChildProcess, log: string): MockError {
  if (log.includes('EADDRINUSE')) return new PortInUseError(port, host, log);
  const outcome = child.signalCode ?? `code ${child.exitCode}`;
  // After its reason Prism prints the help of its command and a stack.
  const reason = /fatal\s+(?<text>.*)/u.exec(log)?.groups?.['text'] ?? log;
  return new MockError(`Prism ended with ${outcome} before it answered: ${reason.trim()}`, { log });
}

async function closed(child: ChildProcess): Promise<void> {
  await once(child, 'close');
}

async function aborted(signal: AbortSignal, settled: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort', { signal: settled });
  signal.throwIfAborted();
}

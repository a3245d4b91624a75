import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import getPort from 'get-port';
import pidusage from 'pidusage';
import { contractFile } from './generated-clients.ts';
import { ours, type Row } from './report.ts';
import { type Figures, inTurns, pick } from './rounds.ts';

export interface MockSizes {
  rounds: number;
  warmUp: number;
  requests: number;
  /** Of the mock that has many. */
  clients: number;
}

const prism = fileURLToPath(import.meta.resolve('@stoplight/prism-cli/dist/index.js'));
const startMock = (port: number, options: object): string[] => [
  '--input-type=module',
  '-e',
  `import { startMock } from ${JSON.stringify(import.meta.resolve('@docspace-oauth/mock'))};
await startMock(${JSON.stringify({ port, ...options })});`,
];

/** Node arguments that start each server on a port. Silent, because the mock writes no line for each request either. */
const serversOf = ({ clients }: MockSizes): Record<string, (port: number) => string[]> => ({
  [ours]: (port) => startMock(port, {}),
  'prism mock': (port) => [prism, 'mock', contractFile, '--port', String(port), '--verboseLevel', 'silent'],
  [`${ours} with ${clients.toLocaleString('en-US')} clients`]: (port) => startMock(port, { clients }),
});
const startLimitMs = 30_000;

/** The status of one GET, its body read to the end; undefined if there was no complete answer. */
async function statusOf(url: string, agent?: Agent): Promise<number | undefined> {
  return new Promise((resolve) => {
    const headers = { authorization: 'Bearer admin-1' };
    request(url, { agent, headers }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode));
      response.once('error', () => resolve(undefined));
    })
      .once('error', () => resolve(undefined))
      .end();
  });
}

async function waitForAnswer(name: string, url: string, child: ChildProcess): Promise<void> {
  const limit = performance.now() + startLimitMs;
  while (performance.now() < limit) {
    if (child.exitCode !== null) throw new Error(`${name} ended with code ${child.exitCode}.`);
    const status = await statusOf(url);
    if (status === 200) return;
    if (status !== undefined) throw new Error(`The first answer of ${name} was ${status}.`);
    await wait(5);
  }
  throw new Error(`${name} did not answer within ${startLimitMs / 1000} s.`);
}

/** Requests a second at 50 at once. An answer other than 200 fails the benchmark: an error is quick. */
async function load(url: string, count: number): Promise<number> {
  const atOnce = 50;
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  let sent = 0;
  const sendInTurn = async (): Promise<void> => {
    while (sent++ < count) {
      const status = await statusOf(url, agent);
      if (status !== 200) throw new Error(`${url} answered ${status} under load.`);
    }
  };
  const startedAt = performance.now();
  try {
    await Promise.all(Array.from({ length: atOnce }, sendInTurn));
    return count / ((performance.now() - startedAt) / 1000);
  } finally {
    agent.destroy();
  }
}

async function measureServer(name: string, path: string, sizes: MockSizes): Promise<Figures> {
  const { warmUp, requests } = sizes;
  const port = await getPort({ host: '127.0.0.1' });
  const url = `http://127.0.0.1:${port}${path}`;
  const startedAt = performance.now();
  const child = spawn(process.execPath, serversOf(sizes)[name]?.(port) ?? [], {
    stdio: 'ignore',
    windowsHide: true,
  });
  const closed = once(child, 'close');
  try {
    await waitForAnswer(name, url, child);
    const startMs = performance.now() - startedAt;
    await load(url, warmUp);
    const perSecond = await load(url, requests);
    const { memory } = await pidusage(child.pid ?? Number.NaN);
    return { startMs, perSecond, memoryMb: memory / 1e6 };
  } finally {
    child.kill('SIGKILL');
    await closed;
  }
}

/** The mock beside plain `prism mock` on the same contract; the path is that of one client, whatever their number. */
export async function measureMock(path: string, sizes: MockSizes): Promise<Row[]> {
  const results = await inTurns(Object.keys(serversOf(sizes)), sizes.rounds, (name) =>
    measureServer(name, path, sizes),
  );
  const beside = 'prism mock';
  return [
    {
      what: 'Mock: start to first answer',
      unit: 'ms',
      samples: pick(results, 'startMs'),
      beside,
      goal: { most: 0.6 },
    },
    {
      what: 'Mock: requests a second, 50 at once',
      unit: 'requests/s',
      samples: pick(results, 'perSecond'),
      beside,
      goal: { least: 1.5 },
    },
    {
      what: 'Mock: memory after that load',
      unit: 'MB',
      samples: pick(results, 'memoryMb'),
      beside,
      goal: { most: 0.6 },
    },
  ];
}

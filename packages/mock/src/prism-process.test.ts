import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { documentPath } from './documents.ts';
import { bindablePort, PortInUseError } from './free-port.ts';
import { MockError } from './mock-error.ts';
import { startPrism } from './prism-process.ts';

vi.mock(import('./free-port.ts'), async (original) => {
  const real = await original();
  return { ...real, bindablePort: vi.fn<typeof real.bindablePort>(real.bindablePort) };
});

const document = documentPath('guide');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mock-prism-'));
});
afterAll(async () => rm(folder, { recursive: true }));

async function status(url: string): Promise<number | 'no answer'> {
  try {
    return (await fetch(`${url}/api/2.0/clients`, { headers: { Authorization: 'Bearer any' } })).status;
  } catch {
    return 'no answer';
  }
}

async function takenPort(): Promise<{ port: number; [Symbol.asyncDispose]: () => Promise<void> }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('no port');
  return {
    port: address.port,
    [Symbol.asyncDispose]: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}

test('serves the contract on a free port until it is closed, and closing twice is one end', async () => {
  const [one, other] = await Promise.all([startPrism({ document }), startPrism({ document })]);
  expect(one.url).not.toBe(other.url);
  expect(await Promise.all([status(one.url), status(other.url)])).toEqual([200, 200]);
  expect(one.log()).toContain(`Prism is listening on ${one.url}`);
  await Promise.all([one.close(), one.close(), other.close()]);
  await one.close();
  await one.ended;
  expect(await Promise.all([status(one.url), status(other.url)])).toEqual(['no answer', 'no answer']);
});

test('starts in one process where NODE_ENV says production, so that closing leaves no fork', async () => {
  vi.stubEnv('NODE_ENV', 'production');
  const prism = await startPrism({ document }).finally(() => vi.unstubAllEnvs());
  expect(await status(prism.url)).toBe(200);
  await prism.close();
  expect(await status(prism.url)).toBe('no answer');
});

test('an address for all of the machine gives a URL that can be called', async () => {
  const prism = await startPrism({ document, host: '0.0.0.0' });
  expect(prism.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
  expect(await status(prism.url)).toBe(200);
  await prism.close();
});

test('a port in use is refused at once', async () => {
  await using taken = await takenPort();
  const error: unknown = await startPrism({ document, port: taken.port }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PortInUseError);
  expect(error).toHaveProperty('message', `Port ${taken.port} on 127.0.0.1 is in use.`);
});

test('a free port that somebody takes before Prism does is replaced by another', async () => {
  await using taken = await takenPort();
  vi.mocked(bindablePort).mockResolvedValueOnce(taken.port);
  const prism = await startPrism({ document });
  expect(new URL(prism.url).port).not.toBe(String(taken.port));
  expect(await status(prism.url)).toBe(200);
  await prism.close();
});

test('a named port that somebody takes before Prism does is reported, not replaced', async () => {
  await using taken = await takenPort();
  vi.mocked(bindablePort).mockResolvedValueOnce(taken.port);
  const error: unknown = await startPrism({ document, port: taken.port }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PortInUseError);
  expect(error).toHaveProperty('log', expect.stringContaining('EADDRINUSE'));
});

test('an address that is not of this machine is named', async () => {
  await expect(startPrism({ document, host: '192.0.2.1' })).rejects.toThrow(
    new MockError('192.0.2.1 is no address of this machine.'),
  );
});

test('Prism that ends before it answers fails with its reason and its log', async () => {
  const empty = join(folder, 'empty.json');
  await writeFile(empty, JSON.stringify({ openapi: '3.1.0', info: { title: 't', version: '1' }, paths: {} }));
  const error: unknown = await startPrism({ document: empty }).catch((thrown: unknown) => thrown);
  const reason = 'No operations found in the current file.';
  expect(error).toHaveProperty('message', `Prism ended with code 1 before it answered: ${reason}`);
  expect(error).toHaveProperty('log', expect.stringContaining(reason));
});

test('a signal ends the start with its own reason', async () => {
  const stop = new AbortController();
  const reason = new Error('changed my mind');
  const starting = startPrism({ document, signal: stop.signal });
  stop.abort(reason);
  await expect(starting).rejects.toBe(reason);
  await expect(startPrism({ document, signal: stop.signal })).rejects.toBe(reason);
});

test('a signal ends a running Prism', async () => {
  const stop = new AbortController();
  const prism = await startPrism({ document, signal: stop.signal });
  stop.abort();
  await prism.ended;
  expect(await status(prism.url)).toBe('no answer');
});

test('Prism ends with a parent that is killed and can tidy up nothing', async () => {
  // Prism dies of its own accord when it logs into the broken pipe, so it must have nothing more to say.
  const program = `
    import { setImmediate } from 'node:timers/promises';
    const { startPrism } = await import(${JSON.stringify(new URL('prism-process.ts', import.meta.url).href)});
    const prism = await startPrism({ document: ${JSON.stringify(document)} });
    while (!prism.log().includes('Request terminated with error')) await setImmediate();
    process.stdout.write(prism.url);`;
  const parent = spawn(process.execPath, ['--input-type=module', '--eval', program]);
  const url = String(await once(parent.stdout, 'data'));
  parent.kill('SIGKILL');
  await once(parent, 'close');
  const { port, hostname } = new URL(url);
  await expect
    .poll(async () => bindablePort(Number(port), hostname).catch(() => 'taken'), {
      timeout: 5000,
      interval: 20,
    })
    .toBe(Number(port));
});

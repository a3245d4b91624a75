import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { help } from './arguments.ts';

interface Run {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  readonly ended: Promise<{ code: number | null; out: string; err: string }>;
}

function run(...args: string[]): Run {
  const child = spawn(process.execPath, [fileURLToPath(new URL('main.ts', import.meta.url)), ...args]);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return {
    child,
    out: () => out,
    err: () => err,
    ended: once(child, 'close').then(() => ({ code: child.exitCode, out, err })),
  };
}

async function untilPrinted({ child, out, ended }: Run, text: string): Promise<void> {
  while (!out().includes(text)) {
    await Promise.race([
      once(child.stdout ?? child, 'data'),
      ended.then(({ err }) => Promise.reject(new Error(err))),
    ]);
  }
}

interface Printed {
  readonly url: string;
  readonly headers: Record<string, string>;
}

/** The server and the credential of the command that a mock prints. */
async function tried(mock: Run): Promise<Printed> {
  await untilPrinted(mock, 'Try: ');
  const [, name = '', value = '', url = ''] =
    /^Try: curl -H "([^:]+): ([^"]+)" (\S+)\/api\/2\.0\/clients$/mu.exec(mock.out()) ?? [];
  return { url, headers: { [name]: value } };
}

// Windows knows no signals: there, kill ends a process without asking it.
const interrupted = process.platform === 'win32' ? null : 0;

test.each(['guide', 'portal'])(
  'serves the %s dialect, prints what to try, logs each request, and ends on a signal',
  async (dialect) => {
    const mock = run('--port', '0', '--dialect', dialect, '--clients', '3');
    const { url, headers } = await tried(mock);
    expect(mock.out()).toContain(`Mock of the ${dialect} dialect: ${url}\n`);
    expect(mock.out()).toContain('c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831 Calendar Sync\n');
    expect(mock.out()).toContain(`7 more: ${url}/__mock/clients\n`);

    expect((await fetch(`${url}/api/2.0/clients`, { headers })).status).toBe(200);
    expect((await fetch(`${url}/api/2.0/clients?limit=51`)).status).toBe(dialect === 'guide' ? 401 : 403);
    await untilPrinted(mock, '/api/2.0/clients?limit=51');
    expect(mock.out()).toMatch(/^GET \/api\/2\.0\/clients 200 getClients \d+ ms$/mu);
    await untilPrinted(mock, 'Send a credential');

    mock.child.kill('SIGINT');
    const { code, err } = await mock.ended;
    expect({ code, err }).toEqual({ code: interrupted, err: '' });
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  },
);

test('--quiet logs no request, --json writes one line of JSON for each, without secrets', async () => {
  const quiet = run('--port', '0', '--quiet');
  const json = run('--port', '0', '--json');
  const { url, headers } = await tried(quiet);
  await fetch(`${url}/api/2.0/clients`, { headers });
  while (!json.err().includes('Try: ')) await once(json.child.stderr ?? json.child, 'data');
  const jsonUrl = /http:\S+:\d+/u.exec(json.err())?.[0];
  await fetch(`${jsonUrl}/api/2.0/clients`, { headers });
  await untilPrinted(json, '\n');
  expect(JSON.parse(json.out())).toMatchObject({
    id: 1,
    operationId: 'getClients',
    status: 200,
    headers: { authorization: '[redacted]' },
  });
  quiet.child.kill('SIGINT');
  json.child.kill('SIGINT');
  expect((await quiet.ended).out).not.toContain('GET ');
  await json.ended;
});

test('a port in use gives code 1 and a sentence that names a free one', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const { code, out, err } = await run('--port', String(port)).ended;
  expect({ code, out }).toEqual({ code: 1, out: '' });
  const [, free] =
    /^Port \d+ on 127\.0\.0\.1 is in use\. Free is, for example: --port (\d+)\n$/u.exec(err) ?? [];
  expect(Number(free)).toBeGreaterThan(0);
  expect(err).toContain(`Port ${port} `);
  server.close();
});

test('listening for the whole network is warned of', async () => {
  const mock = run('--port', '0', '--host', '0.0.0.0');
  await untilPrinted(mock, 'Try: ');
  expect(mock.err()).toBe('Warning: everyone who can reach 0.0.0.0 can read and change this mock.\n');
  mock.child.kill('SIGINT');
  await mock.ended;
});

test('a reader that closes the pipe ends the mock quietly', async () => {
  const mock = run('--port', '0', '--json');
  while (!mock.err().includes('Try: ')) await once(mock.child.stderr ?? mock.child, 'data');
  const url = /http:\S+:\d+/u.exec(mock.err())?.[0];
  mock.child.stdout?.destroy();
  // The first lines may still fit into the pipe.
  const ask = async (): Promise<unknown> => fetch(`${url}/api/2.0/clients`).catch(() => undefined);
  while (mock.child.exitCode === null && (await ask()) !== undefined);
  expect((await mock.ended).code).toBe(0);
  expect(mock.err()).not.toContain('EPIPE');
});

test('a reader that closes the pipe before the help comes is no failure', async () => {
  const mock = run('--help');
  mock.child.stdout?.destroy();
  expect(await mock.ended).toEqual({ code: 0, out: '', err: '' });
});

test('--help prints what there is and ends with code 0', async () => {
  expect(await run('--help').ended).toEqual({ code: 0, out: help, err: '' });
});

test('wrong usage is one sentence and code 2', async () => {
  const err = '--port needs a whole number from 0 to 65535, not "65536".\n';
  expect(await run('--port', '65536').ended).toEqual({ code: 2, out: '', err });
});

test('what cannot be served is one sentence and code 1', async () => {
  const { code, out, err } = await run('--port', '0', '--scenario', 'sunny').ended;
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(/^There is no scenario "sunny"; there are normal, empty, .*\.\n$/u);
});

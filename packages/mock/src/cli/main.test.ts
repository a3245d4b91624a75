import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

interface Run {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  readonly ended: Promise<{ code: number | null; out: string; err: string }>;
}

function run(...args: string[]): Run {
  const child = spawn(process.execPath, [fileURLToPath(new URL('cli.ts', import.meta.url)), ...args]);
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
  'serves the %s dialect, prints what to try, logs, and ends on a signal',
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

test('--quiet logs nothing, --json a line of JSON each without what is secret', async () => {
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

test('prism serves the same bundle with plain Prism', async () => {
  const prism = run('prism', '--port', '0');
  const { url, headers } = await tried(prism);
  expect(prism.out()).toMatch(/^Mock of the guide dialect \(Prism\): http:\S+$/mu);
  expect((await fetch(`${url}/api/2.0/clients/nonsense`, { headers })).status).toBe(200);
  prism.child.kill('SIGINT');
  expect((await prism.ended).code).toBe(interrupted);
});

test('a port in use is named, with a free one', async () => {
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

test('--help says what there is', async () => {
  const { code, out } = await run('--help').ended;
  expect(code).toBe(0);
  for (const flag of ['--port', '--scenario', '--watch', '--help', 'proxy', 'prism'])
    expect(out).toContain(flag);
});

test.each([
  { args: ['--port', '65536'], sentence: '--port needs a whole number from 0 to 65535, not "65536".' },
  { args: ['--port=-1'], sentence: '--port needs a whole number from 0 to 65535, not "-1".' },
  { args: ['--port', '4e3'], sentence: '--port needs a whole number from 0 to 65535, not "4e3".' },
  { args: ['--port'], sentence: "Option '--port <value>' argument missing; see --help." },
  { args: ['--prot', '1'], sentence: "Unknown option '--prot'; see --help." },
  { args: ['spec.yaml'], sentence: "Unexpected argument 'spec.yaml'; see --help." },
  {
    args: ['--latency', '9-1'],
    sentence: '--latency needs milliseconds, such as 250 or 100-900, not "9-1".',
  },
  { args: ['--clients', '-1'], sentence: "Option '--clients' argument is ambiguous; see --help." },
  { args: ['--cors', 'maybe'], sentence: '--cors needs open or strict, not "maybe".' },
  {
    args: ['prism', '--watch'],
    sentence: 'prism takes --port, --host and --dialect, not "--watch"; see docspace-mock --help.',
  },
  { args: ['--dialect', 'klingon'], sentence: '--dialect needs guide or portal, not "klingon".' },
  {
    args: ['--host', 'http://x'],
    sentence: '--host needs an address or a name without scheme and port, not "http://x".',
  },
])('wrong usage is one sentence and code 2: $args', async ({ args, sentence }) => {
  expect(await run(...args).ended).toEqual({ code: 2, out: '', err: `${sentence}\n` });
});

test.each([
  { args: ['--scenario', 'sunny'], start: 'There is no scenario "sunny"; there are normal, empty, ' },
  {
    args: ['--scenario', 'mine', '--scenarios', 'missing.yaml'],
    start: 'The scenarios missing.yaml cannot be read.',
  },
  { args: ['--host', '192.0.2.1'], start: '192.0.2.1 is no address of this machine.' },
])('what cannot be served is one sentence and code 1: $args', async ({ args, start }) => {
  const { code, out, err } = await run('--port', '0', ...args).ended;
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err.slice(0, start.length)).toBe(start);
});

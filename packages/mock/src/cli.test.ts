import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

interface Run {
  readonly child: ChildProcess;
  readonly out: () => string;
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

test.each([
  { dialect: 'guide', header: 'Authorization: Bearer any-key' },
  { dialect: 'portal', header: 'x-signature: any-token' },
])(
  'serves the $dialect dialect, prints a command that works, and ends on a signal',
  async ({ dialect, header }) => {
    const mock = run('--port', '0', '--dialect', dialect);
    await untilPrinted(mock, 'Try: ');
    const [first, second] = mock.out().split('\n');
    const url = /http:\S+/u.exec(first ?? '')?.[0] ?? '';
    expect(first).toBe(`Mock of the ${dialect} dialect (Prism): ${url}`);
    expect(second).toBe(`Try: curl -H "${header}" ${url}/api/2.0/clients`);

    const [name = '', value = ''] = header.split(': ');
    expect((await fetch(`${url}/api/2.0/clients`, { headers: { [name]: value } })).status).toBe(200);

    mock.child.kill('SIGINT');
    const { code, err } = await mock.ended;
    // Windows knows no signals: there, kill ends a process without asking it.
    expect({ code, err }).toEqual({ code: process.platform === 'win32' ? null : 0, err: '' });
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  },
);

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
  for (const flag of ['--port', '--host', '--dialect', '--help']) expect(out).toContain(flag);
});

test.each([
  { args: ['--port', '65536'], sentence: '--port needs a whole number from 0 to 65535, not "65536".' },
  { args: ['--port=-1'], sentence: '--port needs a whole number from 0 to 65535, not "-1".' },
  { args: ['--port', '4e3'], sentence: '--port needs a whole number from 0 to 65535, not "4e3".' },
  { args: ['--port'], sentence: "Option '--port <value>' argument missing; see --help." },
  { args: ['--prot', '1'], sentence: "Unknown option '--prot'; see --help." },
  { args: ['spec.yaml'], sentence: "Unexpected argument 'spec.yaml'; see --help." },
  { args: ['--dialect', 'klingon'], sentence: '--dialect needs guide or portal, not "klingon".' },
  {
    args: ['--host', 'http://x'],
    sentence: '--host needs an address or a name without scheme and port, not "http://x".',
  },
])('wrong usage is one sentence and code 2: $args', async ({ args, sentence }) => {
  expect(await run(...args).ended).toEqual({ code: 2, out: '', err: `${sentence}\n` });
});

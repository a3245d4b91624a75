import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

import { onTestFinished, expect, test } from 'vitest';

import { apiKey, call, example, json, startPortal } from '../../test/proxy/fake-portal.ts';

const cli = fileURLToPath(new URL('../cli.ts', import.meta.url));
const upstream = ['--upstream', 'https://portal.example.com'];

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; out: string; err: string }>;
  until(pattern: RegExp): Promise<RegExpExecArray>;
}

function run(args: readonly string[], environment: Record<string, string> = {}): Run {
  const { DOCSPACE_API_KEY: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [cli, 'proxy', ...args], { env: { ...inherited, ...environment } });
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, out, err }));
  return {
    child,
    ended,
    until: async (pattern) => {
      for (;;) {
        const found = pattern.exec(out + err);
        if (found) return found;
        await Promise.race([
          once(child.stdout, 'data'),
          once(child.stderr, 'data'),
          ended.then(() => Promise.reject(new Error(out + err))),
        ]);
      }
    },
  };
}

test('serves a page of a named origin with the key from the environment, logs, and ends on a signal', async () => {
  const page = await example('page-middle');
  const portal = await startPortal(json(200, { ...page, limit: 0 }));
  const proxy = run(
    [
      '--upstream',
      portal.url,
      '--allow-origin',
      'http://localhost:5173',
      '--port',
      '0',
      '--api-key-env',
      'MY_KEY',
    ],
    { MY_KEY: `${apiKey}\n` },
  );
  const [, url = ''] = await proxy.until(/Try: curl (http:\S+)\/api\/2\.0\/clients\n/u);
  const got = await call(url, '/api/2.0/clients?limit=3', { origin: 'http://localhost:5173' });
  expect([got.status, got.headers['access-control-allow-origin']]).toEqual([200, 'http://localhost:5173']);
  await proxy.until(/GET getClients 200 \d+ ms\n/u);

  proxy.child.kill('SIGINT');
  const { code, out, err } = await proxy.ended;
  // Windows knows no signals: there, kill ends a process without asking it.
  expect(code).toBe(process.platform === 'win32' ? null : 0);
  expect(out.split('\n').slice(0, 2)).toEqual([
    `Development proxy of ${portal.url}: ${url}`,
    'Pages that may call it: those of http://localhost:5173',
  ]);
  expect(err).toContain('Violation of the contract: getClients response 200 /body/limit: must be >= 1\n');
  for (const secret of [apiKey, ...portal.tokens]) expect(out + err).not.toContain(secret);
});

test('a port in use is named, with a free one', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const { code, out, err } = await run([...upstream, '--port', String(port)], { DOCSPACE_API_KEY: apiKey })
    .ended;
  server.close();
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is in use\\. .*--port \\d+\\n$`, 'u'));
});

test('--help says what there is', async () => {
  const { code, out } = await run(['--help']).ended;
  expect(code).toBe(0);
  for (const flag of ['upstream', 'allow-origin', 'api-key-env', 'port', 'host', 'allow-insecure', 'help']) {
    expect(out).toContain(`--${flag}`);
  }
});

test.each([
  { args: [], says: 'proxy needs --upstream' },
  {
    args: [...upstream, '--api-key-env', apiKey],
    says: 'the name of an environment variable, not the key itself',
  },
  { args: [...upstream, '--api-key-env', 'NOT_SET'], says: 'that --api-key-env names is not set' },
  { args: [...upstream, '--api-key', apiKey], says: "Unknown option '--api-key'; see --help" },
  { args: [...upstream, `--api-key=${apiKey}`], says: "Unknown option '--api-key'; see --help" },
  { args: [...upstream, apiKey], says: 'proxy takes options only; see --help' },
  { args: [...upstream, '--port', '65536'], says: '--port needs a whole number' },
  { args: [...upstream, '--host', 'http://x'], says: '--host needs an address' },
  { args: [...upstream, '--allow-origin', '*'], says: 'one exact origin' },
  { args: ['--upstream', `https://${apiKey}@portal.example.com`], says: 'must be the origin of a portal' },
  { args: ['--upstream', 'http://portal.example.com'], says: 'would travel unencrypted' },
])('wrong usage is one sentence and code 2: $says', async ({ args, says }) => {
  const { code, out, err } = await run(args, { DOCSPACE_API_KEY: apiKey }).ended;
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(says);
  expect(err).toMatch(/^[^\n]+\.\n$/u);
  expect(err).not.toContain(apiKey);
});

test('without a key in the environment it does not start', async () => {
  const { code, err } = await run(upstream).ended;
  expect([code, err]).toEqual([
    2,
    'The environment variable DOCSPACE_API_KEY is not set; it has to hold an API key of the portal.\n',
  ]);
});

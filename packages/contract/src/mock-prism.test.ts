import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { listen } from '@docspace-oauth/local-server';
import { expect, onTestFinished, test } from 'vitest';

interface Run {
  readonly child: ChildProcessWithoutNullStreams;
  readonly output: () => string;
  readonly code: Promise<number | null>;
}

function run(...args: string[]): Run {
  const script = fileURLToPath(new URL('mock-prism.ts', import.meta.url));
  // Prism forks a second process where NODE_ENV says production.
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, NODE_ENV: 'production', FORCE_COLOR: '0' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, output: () => output, code: once(child, 'close').then(() => child.exitCode) };
}

async function urlOf({ child, output, code }: Run): Promise<string> {
  for (;;) {
    const [, url] = /Prism is listening on (http:\S+)/u.exec(output()) ?? [];
    if (url !== undefined) return url;
    await Promise.race([
      once(child.stdout, 'data'),
      code.then(() => Promise.reject(new Error(`It ended:\n${output()}`))),
    ]);
  }
}

test('it serves the portal dialect until it is interrupted, and leaves no process behind', async () => {
  const prism = run('--port', '0', '--dialect', 'portal');
  const url = await urlOf(prism);
  const path = `${url}/api/2.0/clients`;
  expect((await fetch(path, { headers: { 'x-signature': 'any' } })).status).toBe(200);
  expect((await fetch(path, { headers: { authorization: 'Bearer any' } })).status).toBe(401);
  prism.child.kill('SIGINT');
  // Windows knows no signals: there, kill ends a process without asking it.
  expect(await prism.code).toBe(process.platform === 'win32' ? null : 0);
  await expect(fetch(path)).rejects.toThrow('fetch failed');
});

test('a port in use ends it with a sentence that names a free one', async () => {
  const other = createServer();
  onTestFinished(() => void other.close());
  const { port } = new URL(await listen(other, { port: 0, host: '127.0.0.1' }));
  const { output, code } = run('--port', port);
  expect(await code).toBe(1);
  expect(output()).toMatch(
    new RegExp(`^Port ${port} on 127.0.0.1 is in use. Free is, for example: --port \\d+\\n$`, 'u'),
  );
});

test.each([
  [['--dialect', 'other'], '--dialect needs guide or portal, not "other".'],
  [['--port', 'abc'], '--port needs a whole number from 0 to 65535, not "abc".'],
  [['--watch'], "Unknown option '--watch': mock:prism takes --dialect, --port and --host."],
])('%j ends it with a sentence about the argument', async (args, sentence) => {
  const { output, code } = run(...args);
  expect(await code).toBe(2);
  expect(output()).toBe(`${sentence}\n`);
});

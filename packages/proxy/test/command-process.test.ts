import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { rawRequest } from '@docspace-oauth/testing/raw-request';
import { expect, onTestFinished, test } from 'vitest';

import { apiKey, example, json, startPortal } from './fake-portal.ts';

const bin = fileURLToPath(new URL('../bin/docspace-proxy.js', import.meta.url));

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; out: string; err: string }>;
  until(pattern: RegExp): Promise<RegExpExecArray>;
}

/** Starts the built command as a process. */
function run(args: readonly string[], environment: Record<string, string>): Run {
  const { DOCSPACE_API_KEY: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [bin, ...args], { env: { ...inherited, ...environment } });
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

test('serves a page of an allowed origin with the key from the environment, logs, and ends on a signal', async () => {
  const page = example('page-middle');
  const portal = await startPortal(json(200, { ...page, limit: 0 }));
  const origin = 'http://localhost:5173';
  const args = ['--upstream', portal.url, '--allow-origin', origin, '--port', '0', '--api-key-env', 'MY_KEY'];
  const proxy = run(args, { MY_KEY: `${apiKey}\n` });
  const [, url = ''] = await proxy.until(/Try: curl (http:\S+)\/api\/2\.0\/clients\n/u);
  const got = await rawRequest(url, '/api/2.0/clients?limit=3', { headers: { origin } });
  expect([got.status, got.headers['access-control-allow-origin']]).toEqual([200, origin]);
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

test('a reader of the log that leaves (| head) is no failure', async () => {
  const portal = await startPortal(json(200, example('page-middle')));
  const proxy = run(['--upstream', portal.url, '--port', '0'], { DOCSPACE_API_KEY: apiKey });
  const [, url = ''] = await proxy.until(/Try: curl (http:\S+)\/api\/2\.0\/clients\n/u);
  proxy.child.stderr?.destroy();
  await rawRequest(url, '/api/2.0/clients?limit=3');
  expect((await proxy.ended).code).toBe(0);
});

test('--serve shows pages, and says where', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'pages-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(path.join(folder, 'index.html'), '<title>pages</title>');
  const portal = await startPortal(json(200, example('page-middle')));
  const args = ['--upstream', portal.url, '--port', '0', '--serve', folder];
  const proxy = run(args, { DOCSPACE_API_KEY: apiKey });
  const [, url = ''] = await proxy.until(/Pages: (http:\S+)\/explorer\/\n/u);
  await proxy.until(/Pages that may call it: its own\n/u);
  expect((await rawRequest(url, '/explorer/', { headers: { accept: 'text/html' } })).text).toContain('pages');
});

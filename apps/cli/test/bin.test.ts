import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { version } from '../src/version.ts';

const bin = fileURLToPath(new URL('../bin/docspace-oauth.js', import.meta.url));

// Without this machine's own settings.
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('DOCSPACE_') && name !== 'CI'),
);

/** Runs the built command as a process. */
async function runBin(...args: string[]): Promise<{ code: unknown; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args], { cwd: tmpdir(), env }, (error, out, err) => {
      resolve({ code: error?.code ?? 0, out, err });
    });
  });
}

test.each([
  { args: ['--help'], words: ['Only GET requests are sent.', 'list', 'show ID'] },
  { args: ['help'], words: ['Only GET requests are sent.', 'diff OLD [NEW]'] },
  { args: ['list', '--help'], words: ['--json', 'DOCSPACE_URL', 'DOCSPACE_API_KEY', 'DOCSPACE_DIALECT'] },
  {
    args: ['help', 'show'],
    words: ['--json', '--show-secrets', 'DOCSPACE_URL', 'Examples:', 'Exit codes: 0 '],
  },
])('docspace-oauth $args prints its help', async ({ args, words }) => {
  const { code, out, err } = await runBin(...args);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  for (const word of words) expect(out).toContain(word);
});

test('docspace-oauth --version prints the version of the package', async () => {
  expect(await runBin('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

test('docspace-oauth hands its exit code to the shell', async () => {
  expect(await runBin('show')).toEqual({
    code: 2,
    out: '',
    err: 'Error: show takes the id of a client, or several.\nHint: docspace-oauth list lists the ids.\n',
  });
});

test('a reader that leaves early is no failure', async () => {
  const command = spawn(process.execPath, [bin, 'list'], { cwd: tmpdir(), env });
  let err = '';
  command.stderr.on('data', (text) => (err += String(text)));
  await once(command.stdout, 'data'); // The line about the embedded mock; the table is still to come.
  command.stdout.destroy();
  await once(command, 'close');
  expect({ code: command.exitCode, err }).toEqual({ code: 0, err: '' });
});

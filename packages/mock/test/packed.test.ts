import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterAll, beforeAll, expect, test } from 'vitest';

/** The mock as a user gets it: packed, and installed by npm into an empty project outside of the workspace. */
const run = promisify(execFile);
const mock = fileURLToPath(new URL('..', import.meta.url));
let project = '';

/** The published packages that the mock needs, and those that they need. */
const PUBLISHED = ['ajv', 'jose', 'yaml'];
const OF_AJV = ['fast-deep-equal', 'fast-uri', 'json-schema-traverse', 'require-from-string'];

/** Runs npm offline: everything that it installs is given to it. */
async function npm(...args: string[]): Promise<string> {
  const quiet = ['--offline', '--install-links', '--ignore-scripts', '--no-audit', '--no-fund'];
  const windows = process.platform === 'win32';
  const { stdout } = await run(windows ? 'npm.cmd' : 'npm', [...quiet, ...args], {
    cwd: project,
    shell: windows,
  });
  return stdout;
}

/** Copied, because pnpm uses hard links between files of equal content, and npm leaves those out. */
async function copied(folder: string): Promise<string> {
  const copy = join(project, basename(folder));
  await cp(folder, copy, { recursive: true });
  return copy;
}

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'docspace-mock-packed-'));
  // pnpm sets this for the scripts that it runs.
  const pnpm = process.env['npm_execpath'];
  if (!pnpm) throw new Error('Run this through "pnpm test": it packs with the package manager that runs it.');
  await run(pnpm, ['pack', '--pack-destination', project], { cwd: mock });
  const tarballs = (await readdir(project)).filter((file) => file.endsWith('.tgz'));
  const own = await Promise.all(PUBLISHED.map(async (name) => realpath(join(mock, 'node_modules', name))));
  const ofAjv = await Promise.all(OF_AJV.map(async (name) => realpath(join(dirname(own[0] ?? ''), name))));
  await writeFile(join(project, 'package.json'), '{ "type": "module" }');
  const folders: string[] = [];
  for (const folder of [...own, ...ofAjv]) folders.push(await copied(folder));
  await npm('install', ...tarballs.map((file) => `./${file}`), ...folders);
});

afterAll(async () => rm(project, { recursive: true, force: true }));

test('the packed mock needs published packages only, and has no test', async () => {
  const folder = join(project, 'node_modules', '@docspace-oauth', 'mock');
  const { dependencies } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    dependencies: object;
  };
  expect(Object.keys(dependencies)).toEqual(PUBLISHED);
  const files = await readdir(folder, { recursive: true });
  expect(files).toContain('scenarios.schema.json');
  expect(files.filter((file) => /\.test\.|vitest/u.test(file))).toEqual([]);
});

test('a program starts a mock of each dialect', async () => {
  const program = `
    import { startMock } from '@docspace-oauth/mock';
    for (const dialect of ['guide', 'portal']) {
      const mock = await startMock({ dialect });
      const { status } = await fetch(mock.url + '/api/2.0/clients', { headers: { authorization: 'Bearer admin-1' } });
      console.log(dialect, status);
      await mock.close();
    }
    console.log(await startMock({ watch: console.log }).catch(({ name, message }) => name + ': ' + message));`;
  await writeFile(join(project, 'program.js'), program);
  const { stdout } = await run(process.execPath, ['program.js'], { cwd: project });
  expect(stdout).toBe(
    'guide 200\nportal 403\nMockError: Changes can be watched only in the repository of the mock.\n',
  );
});

test('the command is linked, explains itself and serves', async () => {
  expect(await npm('exec', '--', 'docspace-mock', '--help')).toContain('Usage: docspace-mock');
  const main = join(project, 'node_modules', '@docspace-oauth', 'mock', 'bin', 'docspace-mock.js');
  const child = spawn(process.execPath, [main, '--port', '0', '--scenario', 'empty'], { cwd: project });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  while (!out.includes('Try: ')) await once(child.stdout, 'data');
  const url = /http:\S+:\d+/u.exec(out)?.[0] ?? '';
  const answer = await fetch(`${url}/api/2.0/clients`, { headers: { authorization: 'Bearer admin-1' } });
  expect(await answer.json()).toMatchObject({ response: [], count: 0 });
  child.kill();
  await once(child, 'close');
});

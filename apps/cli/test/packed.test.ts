import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterAll, beforeAll, expect, test } from 'vitest';

/** The command as a user gets it: packed, and installed by npm into an empty project outside of the workspace. */
const run = promisify(execFile);
const folderOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const cli = folderOf('..');
const api = folderOf('../../../packages/api');
const mock = folderOf('../../../packages/mock');
const audit = folderOf('../../../packages/audit');
let project = '';

/** The published packages of others that these need, and those that they need, by the folder that links to them. */
const others: readonly (readonly [folder: string, name: string, needs: readonly string[]])[] = [
  [api, 'openapi-fetch', ['openapi-typescript-helpers']],
  [mock, 'ajv', ['fast-deep-equal', 'fast-uri', 'json-schema-traverse', 'require-from-string']],
  [mock, 'jose', []],
  [mock, 'yaml', []],
  [audit, 'ipaddr.js', []],
  [audit, 'tldts', ['tldts-core']],
  [audit, 'unhomoglyph', []],
];

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
  project = await mkdtemp(join(tmpdir(), 'docspace-oauth-cli-packed-'));
  // pnpm sets this for the scripts that it runs.
  const pnpm = process.env['npm_execpath'];
  if (!pnpm) throw new Error('Run this through "pnpm test": it packs with the package manager that runs it.');
  for (const cwd of [cli, api, audit, mock])
    await run(pnpm, ['pack', '--pack-destination', project], { cwd });
  const tarballs = (await readdir(project)).filter((file) => file.endsWith('.tgz'));
  const folders: string[] = [];
  for (const [from, name, needs] of others) {
    const own = await realpath(join(from, 'node_modules', name));
    folders.push(await copied(own));
    for (const need of needs) folders.push(await copied(await realpath(join(dirname(own), need))));
  }
  await writeFile(join(project, 'package.json'), '{ "type": "module" }');
  await npm('install', ...tarballs.map((file) => `./${file}`), ...folders);
});

afterAll(async () => rm(project, { recursive: true, force: true }));

test('the package holds the program alone, and needs published packages only', async () => {
  const folder = join(project, 'node_modules', '@docspace-oauth', 'cli');
  const { dependencies } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    dependencies: object;
  };
  expect(Object.keys(dependencies)).toEqual([
    '@docspace-oauth/api',
    '@docspace-oauth/audit',
    '@docspace-oauth/mock',
    'yaml',
  ]);
  const files = await readdir(folder, { recursive: true });
  expect(files).toContain('README.md');
  expect(files.filter((file) => /\.test\.|\.ts$|vitest|outputs/u.test(file))).toEqual([]);
});

test('the command is linked, explains itself and lists the clients of the embedded mock', async () => {
  expect(await npm('exec', '--', 'docspace-oauth', '--help')).toContain('Usage: docspace-oauth COMMAND');
  const out = await npm('exec', '--', 'docspace-oauth', 'list', '--mock', '--format', 'jsonl');
  expect(out.trim().split('\n')).toHaveLength(7);
  const main = join(project, 'node_modules', '@docspace-oauth', 'cli', 'bin', 'docspace-oauth.js');
  await run(process.execPath, [main, 'snapshot', 'clients.json', '--mock'], { cwd: project });
  const { stdout } = await run(process.execPath, [main, 'diff', 'clients.json', 'clients.json'], {
    cwd: project,
  });
  expect(stdout).toBe('Nothing has changed.\n');
  const report = await run(process.execPath, [main, 'audit', '--mock', '--json'], { cwd: project });
  expect(JSON.parse(report.stdout)).toHaveProperty('findings');
});

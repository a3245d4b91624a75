import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** The package as a user gets it: packed, and installed by npm into an empty project outside of the workspace. */
const run = promisify(execFile);
const audit = fileURLToPath(new URL('..', import.meta.url));
let project: string;

const program = `
import { audit, rules, type Finding } from '@docspace-oauth/audit';

const clients = [{ client_id: 'a', name: 'Portal' }, { client_id: 'b', name: 'PortaI', redirect_uris: ['http://a.co.uk/cb'] }];
const found: Finding[] = audit(clients as never, { now: new Date('2026-11-29T12:00:00Z') });
console.log(rules.length > 20, found.map(({ rule }) => rule).join(' '));
`;
const printed =
  'true information-url-missing redirect-uri-http information-url-missing look-alike-name look-alike-name';

/** The packages that it needs, each copied from where the workspace has it. */
async function dependencies(): Promise<string[]> {
  const own = path.join(audit, 'node_modules');
  const api = path.join(await realpath(path.join(own, '@docspace-oauth', 'api')), 'node_modules');
  const tldts = await realpath(path.join(own, 'tldts'));
  const openapiFetch = await realpath(path.join(api, 'openapi-fetch'));
  return [
    tldts,
    path.join(tldts, '..', 'tldts-core'),
    path.join(own, 'ipaddr.js'),
    path.join(own, 'unhomoglyph'),
    openapiFetch,
    path.join(openapiFetch, '..', 'openapi-typescript-helpers'),
  ];
}

/** Runs npm offline: everything that it installs is given to it. */
async function npm(...args: string[]): Promise<void> {
  const quiet = ['--offline', '--install-links', '--ignore-scripts', '--no-audit', '--no-fund'];
  const windows = process.platform === 'win32';
  await run(windows ? 'npm.cmd' : 'npm', [...args, ...quiet], { cwd: project, shell: windows });
}

beforeAll(async () => {
  project = await mkdtemp(path.join(tmpdir(), 'docspace-oauth-audit-'));
  // pnpm sets this for the scripts that it runs.
  const pnpm = process.env['npm_execpath'];
  if (!pnpm) throw new Error('Run this through "pnpm test": it packs with the package manager that runs it.');
  for (const cwd of [audit, path.join(audit, 'node_modules', '@docspace-oauth', 'api')]) {
    await run(pnpm, ['pack', '--pack-destination', project], { cwd: await realpath(cwd) });
  }
  const tarballs = (await readdir(project)).filter((file) => file.endsWith('.tgz'));
  await writeFile(path.join(project, 'package.json'), '{ "type": "module" }');
  // Copied, because pnpm uses hard links between files of equal content, and npm leaves those out.
  const given: string[] = [];
  for (const from of await dependencies()) {
    given.push(path.join(project, path.basename(from)));
    await cp(await realpath(from), path.join(project, path.basename(from)), { recursive: true });
  }
  await npm('install', ...tarballs, ...given);
  await writeFile(path.join(project, 'program.ts'), program);
});

afterAll(() => rm(project, { recursive: true, force: true }));

test('the packed package has what was built and nothing else, and names no unpublished package', async () => {
  const folder = path.join(project, 'node_modules', '@docspace-oauth', 'audit');
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  // What both doors use is a file of its own, whose name changes with its content.
  const names = files.map(({ name }) => name.replace(/-[\w-]{8}\.js$/u, '-….js'));
  expect(names.toSorted()).toEqual([
    'LICENSE',
    'README.md',
    'consent.d.ts',
    'consent.js',
    'index.d.ts',
    'index.js',
    'package.json',
    'write-scopes-….js',
  ]);
  const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as {
    dependencies: object;
  };
  expect(Object.keys(manifest.dependencies)).toEqual([
    '@docspace-oauth/api',
    'ipaddr.js',
    'tldts',
    'unhomoglyph',
  ]);
  for (const { parentPath, name } of files.filter((file) => /\.(?:js|d\.ts)$/u.test(file.name))) {
    expect(await readFile(path.join(parentPath, name), 'utf8')).not.toMatch(
      /docspace-oauth\/findings|node:/u,
    );
  }
});

test('a program that uses it passes a strict type check, without the types of Node', async () => {
  const tsc = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript/package.json')));
  const flags = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2022',
    '--lib',
    'es2023,dom',
    '--types',
    '',
  ];
  const outcome = await run(process.execPath, [tsc, ...flags, 'program.ts'], { cwd: project }).catch(
    (error: unknown) => error,
  );
  expect((outcome as { stdout: string }).stdout).toBe('');
});

test('the program runs under Node’s own ESM', async () => {
  const { stdout } = await run(process.execPath, ['program.ts'], { cwd: project });
  expect(stdout.trim()).toBe(printed);
});

import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listExample } from './list-example.ts';
import { json, startServer, text } from '@docspace-oauth/testing/server';

/** The package as a user gets it: packed, and installed by npm into an empty project outside of the workspace. */
const run = promisify(execFile);
const api = fileURLToPath(new URL('..', import.meta.url));
let project: string;

const program = `
import { createDocSpaceClient, isDocSpaceError } from '@docspace-oauth/api';
import { createHttp } from '@docspace-oauth/api/http';
import { transportOf } from '@docspace-oauth/api/transport';
import { validate } from '@docspace-oauth/api/validate';

declare const process: { argv: string[] };
const docspace = createDocSpaceClient({ baseUrl: process.argv[2] ?? '', apiKey: 'key', validate });
const ids: string[] = [];
for await (const { client_id } of docspace.iterateClients()) ids.push(client_id);
const outcome = await docspace.getClient('a/b').catch((error: unknown) => error);
const { response } = await createHttp(docspace).GET('/api/2.0/clients');
const code = isDocSpaceError(outcome) ? outcome.code : 'no error';
const { status } = await transportOf(docspace).send({ operationId: undefined, path: '/unknown' });
console.log(await docspace.dialect(), ids.length, code, response.status, status);
`;
const printed = 'guide 7 invalid_input 200 404';

/** A server of the guide's dialect with the contract's example of a list. */
async function startGuide(): Promise<string> {
  const list = json(200, listExample());
  const server = await startServer(({ path: asked }) =>
    asked === '/api/2.0/clients' ? list : text(404, ''),
  );
  return server.url;
}

/** Runs npm offline: everything that it installs is given to it. */
async function npm(...args: string[]): Promise<void> {
  const quiet = ['--offline', '--install-links', '--ignore-scripts', '--no-audit', '--no-fund'];
  const windows = process.platform === 'win32';
  await run(windows ? 'npm.cmd' : 'npm', [...args, ...quiet], { cwd: project, shell: windows });
}

beforeAll(async () => {
  project = await mkdtemp(path.join(tmpdir(), 'docspace-oauth-packed-'));
  // pnpm sets this for the scripts that it runs.
  const pnpm = process.env['npm_execpath'];
  if (!pnpm) throw new Error('Run this through "pnpm test": it packs with the package manager that runs it.');
  await run(pnpm, ['pack', '--pack-destination', project], { cwd: api });
  const tarball = (await readdir(project)).find((file) => file.endsWith('.tgz')) ?? '';
  const openapiFetch = await realpath(path.join(api, 'node_modules', 'openapi-fetch'));
  const helpers = await realpath(path.join(openapiFetch, '..', 'openapi-typescript-helpers'));
  await writeFile(path.join(project, 'package.json'), '{ "type": "module" }');
  // Copied, because pnpm uses hard links between files of equal content, and npm leaves those out.
  const given = [openapiFetch, helpers].map(
    (from) => [from, path.join(project, path.basename(from))] as const,
  );
  for (const [from, to] of given) await cp(from, to, { recursive: true });
  await npm('install', tarball, ...given.map(([, to]) => to));
  await writeFile(path.join(project, 'program.ts'), program);
});

afterAll(() => rm(project, { recursive: true, force: true }));

test('the packed package has one dependency, no test, and no reference to an unpublished package', async () => {
  const folder = path.join(project, 'node_modules', '@docspace-oauth', 'api');
  const files = await readdir(folder, { recursive: true });
  expect(files.filter((file) => /\.test(?:-d)?\.|bench|vitest/.test(file))).toEqual([]);
  const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as Record<
    string,
    object
  >;
  expect(Object.keys(manifest['dependencies'] ?? {})).toEqual(['openapi-fetch']);
  const published = files.filter((file) => /^dist.*\.(?:js|d\.ts)$/.test(file));
  expect(published.length).toBeGreaterThan(9);
  for (const file of published) {
    expect(await readFile(path.join(folder, file), 'utf8')).not.toContain('@docspace-oauth/openapi');
  }
});

const tsc = fileURLToPath(import.meta.resolve('typescript/package.json').replace('package.json', 'bin/tsc'));
const flags = [
  '--noEmit',
  '--strict',
  '--module',
  'nodenext',
  '--target',
  'es2022',
  '--lib',
  'es2023,dom,dom.iterable',
];

test('a program that uses it passes a strict type check', async () => {
  const { stdout } = await run(process.execPath, [tsc, ...flags, '--types', '', 'program.ts'], {
    cwd: project,
  });
  expect(stdout).toBe('');
});

test('the program runs under Node’s own ESM', async () => {
  const { stdout } = await run(process.execPath, ['program.ts', await startGuide()], { cwd: project });
  expect(stdout.trim()).toBe(printed);
});

test('nodeFetch of the packed package works, and its types are accepted', async () => {
  const source = `
import { createDocSpaceClient } from '@docspace-oauth/api';
import { nodeFetch } from '@docspace-oauth/api/node';
const docspace = createDocSpaceClient({ baseUrl: process.argv[2] ?? '', fetch: nodeFetch() });
console.log((await docspace.getClients()).clients.length);`;
  await writeFile(path.join(project, 'node-fetch.ts'), source);
  const { stdout } = await run(process.execPath, ['node-fetch.ts', await startGuide()], { cwd: project });
  expect(stdout.trim()).toBe('7');
  const types = fileURLToPath(new URL('../node_modules/@types', import.meta.url));
  const { stdout: errors } = await run(
    process.execPath,
    [tsc, ...flags, '--typeRoots', types, '--types', 'node', 'node-fetch.ts'],
    { cwd: project },
  );
  expect(errors).toBe('');
});

test('the program runs from a bundle', async () => {
  const bundle = await rolldown({ input: path.join(project, 'program.ts'), platform: 'node', cwd: project });
  await bundle.write({ file: path.join(project, 'bundle.mjs'), format: 'esm', codeSplitting: false });
  await rm(path.join(project, 'node_modules'), { recursive: true });
  const { stdout } = await run(process.execPath, ['bundle.mjs', await startGuide()], { cwd: project });
  expect(stdout.trim()).toBe(printed);
});

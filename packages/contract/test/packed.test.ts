import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { PrismProcess } from '@docspace-oauth/mock';
import { documentPath, startPrism } from '@docspace-oauth/mock';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** The package as a user gets it: packed, unpacked into an empty project outside the workspace. */
const run = promisify(execFile);
const api = fileURLToPath(new URL('../../api', import.meta.url));
let project: string;
let prism: PrismProcess;

const program = `
import { createDocSpaceClient, isDocSpaceError } from '@docspace-oauth/api';
import { validate } from '@docspace-oauth/api/validate';

declare const process: { argv: string[] };
const docspace = createDocSpaceClient({ baseUrl: process.argv[2] ?? '', apiKey: 'key', validate });
const ids: string[] = [];
for await (const { client_id } of docspace.iterateClients()) ids.push(client_id);
const outcome = await docspace.getClient('a/b').catch((error: unknown) => error);
console.log(await docspace.dialect(), ids.length, isDocSpaceError(outcome) ? outcome.code : 'no error');
`;

/** Node's own npm client would ask a registry for the one dependency; it is here already. */
async function install(name: string, from: string): Promise<void> {
  await cp(await realpath(from), path.join(project, 'node_modules', name), {
    recursive: true,
    dereference: true,
  });
}

beforeAll(async () => {
  project = await mkdtemp(path.join(tmpdir(), 'docspace-oauth-packed-'));
  const unpacked = path.join(project, 'node_modules', '@docspace-oauth');
  await mkdir(unpacked, { recursive: true });
  // pnpm names its own executable to the scripts that it runs.
  const pnpm = process.env['npm_execpath'];
  if (!pnpm) throw new Error('Run this through "pnpm test": it packs with the package manager that runs it.');
  await run(pnpm, ['pack', '--pack-destination', project], { cwd: api });
  const tarball = (await readdir(project)).find((file) => file.endsWith('.tgz')) ?? '';
  await run('tar', ['-xzf', tarball, '-C', path.join('node_modules', '@docspace-oauth')], { cwd: project });
  await cp(path.join(unpacked, 'package'), path.join(unpacked, 'api'), { recursive: true });
  await rm(path.join(unpacked, 'package'), { recursive: true });
  const openapiFetch = path.join(api, 'node_modules', 'openapi-fetch');
  await install('openapi-fetch', openapiFetch);
  await install(
    'openapi-typescript-helpers',
    path.join(await realpath(openapiFetch), '..', 'openapi-typescript-helpers'),
  );
  await writeFile(path.join(project, 'package.json'), '{ "type": "module" }');
  await writeFile(path.join(project, 'program.ts'), program);
  prism = await startPrism({ document: documentPath('guide') });
});

afterAll(async () => {
  await prism?.close();
  await rm(project, { recursive: true, force: true });
});

test('the packed package brings what it needs, and no test', async () => {
  const folder = path.join(project, 'node_modules', '@docspace-oauth', 'api');
  const files = await readdir(folder, { recursive: true });
  expect(files.filter((file) => /\.test(?:-d)?\.|bench|vitest/.test(file))).toEqual([]);
  const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as Record<
    string,
    object
  >;
  expect(Object.keys(manifest['dependencies'] ?? {})).toEqual(['openapi-fetch']);
});

test('a program type-checks against it, strictly', async () => {
  const tsc = fileURLToPath(
    import.meta.resolve('typescript/package.json').replace('package.json', 'bin/tsc'),
  );
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
  const { stdout } = await run(process.execPath, [tsc, ...flags, '--types', '', 'program.ts'], {
    cwd: project,
  });
  expect(stdout).toBe('');
});

test('it runs under Node’s own ESM', async () => {
  const { stdout } = await run(process.execPath, ['program.ts', prism.url], { cwd: project });
  expect(stdout.trim()).toBe('guide 7 invalid_input');
});

test('it runs from a bundle', async () => {
  const bundle = await rolldown({ input: path.join(project, 'program.ts'), platform: 'node', cwd: project });
  await bundle.write({ file: path.join(project, 'bundle.mjs'), format: 'esm', codeSplitting: false });
  await rm(path.join(project, 'node_modules'), { recursive: true });
  const { stdout } = await run(process.execPath, ['bundle.mjs', prism.url], { cwd: project });
  expect(stdout.trim()).toBe('guide 7 invalid_input');
});

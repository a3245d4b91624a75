import { execFile } from 'node:child_process';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { startMock } from '@docspace-oauth/mock';
import { sourceFolder } from '@docspace-oauth/openapi/node';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { olderNode } from './older-node.ts';
import type { Project } from './project.ts';
import { installProject } from './project.ts';

/** The packages as a user gets them: packed, and installed into an empty project outside of the repository. */

let project: Project;
beforeAll(async () => {
  project = await installProject();
});
afterAll(() => project.remove());

const older = olderNode();
const node = older ?? { path: process.execPath, version: process.versions.node };

interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a file of the project with the oldest Node that there is. */
function run(
  file: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<Finished> {
  const options = {
    cwd: project.folder,
    env: { SystemRoot: process.env['SystemRoot'], PATH: process.env['PATH'], ...env },
  };
  return new Promise((resolve, reject) => {
    execFile(node.path, [file, ...args], options, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error);
      else resolve({ code: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

function contract(args: readonly string[], env: Record<string, string> = {}): Promise<Finished> {
  return run(join(project.pathOf('@docspace-oauth/contract'), 'bin', 'docspace-contract.js'), args, env);
}

/** The contract's YAML in a folder of the project, as a team has it that keeps it in its own repository. */
async function copyContract(name: string): Promise<string> {
  const target = join(project.folder, name);
  const isNoSource = /[\\/](?:node_modules|dist|src|test|lint|scripts|\.turbo)$/u;
  await cp(sourceFolder, target, { recursive: true, filter: (path) => !isNoSource.test(path) });
  return target;
}

test('Node 20.19 or newer, before 24.18, runs the commands of this file', ({ skip }) => {
  if (!older) {
    const reason = `NOT RUN on an older Node: the PATH of this machine has none. It was ${node.version} only.`;
    process.stderr.write(`\n${reason}\n\n`);
    skip(reason);
  }
  expect(node.path).not.toContain('node_modules');
  // A machine that has none is not taken for one that has it, and the Node of this repository does not count.
  expect([olderNode(''), olderNode(dirname(process.execPath))]).toEqual([undefined, undefined]);
});

/** What a text says that only this repository understands: its private packages, and references to the workspace. */
function privateNames(text: string): string[] {
  const ours = project.tarballs.map(({ name }) => name);
  const named = text.match(/@docspace-oauth\/[\w-]+|workspace:|catalog:/gu) ?? [];
  return [...new Set(named)].filter((name) => !ours.includes(name));
}

test('nothing else has to be packed', async () => {
  const packed = (await readdir(project.folder)).filter((file) => file.endsWith('.tgz'));
  const expected = project.tarballs.map(({ reference }) => reference.replace('file:', ''));
  expect(packed.toSorted()).toEqual(expected.toSorted());
});

test('a packed manifest names published packages only', async () => {
  for (const { name, folder } of project.tarballs) {
    const packed = await readFile(join(project.pathOf(name), 'package.json'), 'utf8');
    expect(privateNames(packed)).toEqual([]);
    const unpacked = new URL(`../../../../${folder}/package.json`, import.meta.url);
    expect(privateNames(await readFile(unpacked, 'utf8'))).not.toEqual([]);
  }
});

test('a packed package has no test and imports no private package', async () => {
  for (const { name } of project.tarballs) {
    const folder = project.pathOf(name);
    const files = (await readdir(folder, { recursive: true })).map((file) => file.replaceAll('\\', '/'));
    expect(files.filter((file) => /\.test\.|(?:^|\/)test\//u.test(file))).toEqual([]);
    const code = files.filter((file) => /^(?:bin|dist)\/.*\.(?:js|d\.ts)$/u.test(file));
    expect(code.length).toBeGreaterThan(2);
    const texts = await Promise.all(code.map((file) => readFile(join(folder, file), 'utf8')));
    const imports = texts.flatMap(
      (text) => text.match(/(?:from|import)[ (]*["']@docspace-oauth\/[\w-]+/gu) ?? [],
    );
    expect(privateNames(imports.join('\n'))).toEqual([]);
  }
});

test('a program uses all of them', async () => {
  const program = `
    import { createDocSpaceClient } from '@docspace-oauth/api';
    import { check } from '@docspace-oauth/contract';
    import { startMock } from '@docspace-oauth/mock';
import { sourceFolder } from '@docspace-oauth/openapi/node';
    import { dialects } from '@docspace-oauth/openapi';
    import { readDocument } from '@docspace-oauth/openapi/node';
    import { startProxy } from '@docspace-oauth/proxy';
    const mock = await startMock({ dialect: 'portal' });
    const proxy = await startProxy({ upstream: mock.url, apiKey: 'admin-1', port: 0 });
    const docspace = createDocSpaceClient({ baseUrl: proxy.url, dialect: 'portal' });
    const report = await check({ url: mock.url, apiKey: 'admin-1', include: ['portal-list-limit'] });
    console.log(dialects.join(' '), (await readDocument('portal')).openapi);
    console.log((await docspace.getClients()).clients.length, report.findings.length);
    await proxy.close();
    await mock.close();`;
  await writeFile(join(project.folder, 'program.js'), program);
  const { stdout, stderr } = await run('program.js');
  expect(stderr).toBe('');
  expect(stdout).toBe('guide portal 3.1.0\n7 0\n');
});

test.each(['mock', 'proxy', 'contract'])(
  'the command docspace-%s is linked and explains itself',
  async (name) => {
    const linked = await readdir(join(project.folder, 'node_modules', '.bin'));
    expect(linked).toContain(`docspace-${name}`);
    const main = join(project.pathOf(`@docspace-oauth/${name}`), 'bin', `docspace-${name}.js`);
    const { code, stdout } = await run(main, ['--help']);
    expect(stdout).toContain(`Usage: docspace-${name}`);
    expect(code).toBe(0);
  },
);

test('check --url asks a server', async () => {
  const mock = await startMock({ dialect: 'portal' });
  onTestFinished(() => mock.close());
  const args = ['check', '--url', mock.url, '--include', 'portal-*', '--report', 'table,junit=contract.xml'];
  const { code, stdout, stderr } = await contract(args, { DOCSPACE_API_KEY: 'admin-0123456789' });
  expect(stderr).not.toContain('Error');
  expect(stdout).toMatch(/\d+ passed/u);
  expect(code).toBe(0);
  expect(await readFile(join(project.folder, 'contract.xml'), 'utf8')).toContain('<testsuite');
});

test('check without --url has the embedded mock, and says what plain Prism needs', async () => {
  const { code, stdout } = await contract(['check', '--dialect', 'guide']);
  expect(stdout).toMatch(/^the mock, guide: \d+ passed$/mu);
  expect(stdout).toMatch(/^plain Prism, guide: .*1 not run$/mu);
  const packages =
    'the packages @stoplight/prism-core, @stoplight/prism-http and @stoplight/prism-http-server';
  const needs = older ? `Node 24.18; this is ${node.version}` : packages;
  expect(stdout.replaceAll(/\s+/gu, ' ')).toContain(`because it needs ${needs}`);
  expect(code).toBe(0);
});

test('diff compares the contract of a folder with a bundle', async () => {
  const limit = join(await copyContract('openapi'), 'parameters', 'limit.yaml');
  await writeFile(limit, (await readFile(limit, 'utf8')).replace('maximum: 50', 'maximum: 40'));
  const bundle = join(project.pathOf('@docspace-oauth/openapi'), 'dist', 'portal.json');
  const { code, stdout, stderr } = await contract(['diff', '--base', bundle]);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/parameter limit has `maximum` 40; it was 50/u);
  expect(code).toBe(1);
});

test('drift compares the portal with a document', async () => {
  const bundle = join(project.pathOf('@docspace-oauth/openapi'), 'dist', 'portal.json');
  const same = await contract(['drift', '--against', bundle]);
  expect(same.stdout).toMatch(/\d+ the same/u);
  expect(same.code).toBe(0);
  const text = await readFile(bundle, 'utf8');
  await writeFile(join(project.folder, 'other.json'), text.replaceAll('"last_client_id"', '"last_id"'));
  const other = await contract(['drift', '--against', 'other.json']);
  expect(other.stdout).toMatch(/last_client_id/u);
  expect(other.code).toBe(1);
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { startMock, type Mock } from '@docspace-oauth/mock';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

import { readProgram } from '../../guide/programs.ts';
import { regionOf } from '../../guide/regions.ts';
import { run, type Ended } from '../../guide/run.ts';
import { commandsOf, type Command } from './shell.ts';

interface Manifest {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
}

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const file = 'on-the-mock.sh';
const script = await readProgram(file);
const region = (name: string): string => regionOf(file, script, name);
const manifest = async (name: string): Promise<Manifest> =>
  JSON.parse(await readFile(name, 'utf8')) as Manifest;
const scripts = (await manifest(join(root, 'package.json'))).scripts;

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ dialect: 'portal' });
});
afterAll(async () => mock.close());

/** The settings of the page, for the mock of this test instead of that on port 4010. */
function settings(): Readonly<Record<string, string>> {
  const text = region('settings');
  expect(text).toContain('http://127.0.0.1:4010');
  const [command] = commandsOf(`${text.replace('http://127.0.0.1:4010', mock.url)}\nend`);
  return command?.env ?? {};
}

/** Starts a command of the page with the program that its first words stand for. */
async function start(
  { words, folder, env }: Command,
  program: readonly string[],
  skip: number,
): Promise<Ended> {
  const [command = '', ...before] = program;
  return run(command, [...before, ...words.slice(skip)], env, join(root, folder));
}

test('the mock is started by a script of the project, in the dialect of a portal and on the port of the settings', async () => {
  const [{ words } = { words: [] }] = commandsOf(region('mock'));
  expect(words.slice(0, 4)).toEqual(['npx', '-y', 'pnpm@12.21.0', 'mock']);
  expect(scripts['mock']).toMatch(/ && docspace-mock$/u);
  // The same arguments on a free port; `--help` proves that the command knows them without serving for ever.
  const bin = fileURLToPath(new URL('../bin/docspace-mock.js', import.meta.resolve('@docspace-oauth/mock')));
  const { code, out } = await run(process.execPath, [bin, ...words.slice(4), '--help']);
  expect(code).toBe(0);
  expect(out).toContain('4010');
});

test('the programs run in the folder that the page names', async () => {
  const commands = ['programs', 'package'].flatMap((name) => commandsOf(region(name), settings()));
  expect(commands.map(({ words }) => words.join(' '))).toEqual([
    'node portal-fetch.mjs',
    'python3 portal.py',
    'npx -y pnpm@12.21.0 build',
    'node portal-api.mjs',
  ]);
  expect(scripts['build']).toBe('pnpm -s turbo build'); // It has been run: this test needs what it builds.
  for (const command of commands.filter(({ words }) => words[0] !== 'npx')) {
    const python = inject('python');
    const program = command.words[0] === 'node' ? process.execPath : python;
    // Without Python its line is not run: the global set-up has said so.
    if (program === '') continue;
    const { code, out } = await start(command, [program], 1);
    expect({ code, isDone: out.includes('Step 5: ') }).toEqual({ code: 0, isDone: true });
  }
});

test('the Redocly CLI runs the workflow as the page says, in the version that the project has', async () => {
  const [command] = commandsOf(region('respect'), settings());
  const cli = fileURLToPath(import.meta.resolve('@redocly/cli/package.json'));
  const { version } = await manifest(cli);
  expect(command?.words.slice(0, 3)).toEqual(['npx', '-y', `@redocly/cli@${version}`]);
  const asked = mock.requests.length;
  const redocly = [
    process.execPath,
    fileURLToPath(new URL('bin/cli.js', import.meta.resolve('@redocly/cli/package.json'))),
  ];
  const { code, out, err } = await start(command as Command, redocly, 3);
  expect(out + err).toContain('Steps: 6 passed, 6 total');
  expect(code).toBe(0);
  const operations = mock.requests.slice(asked).map(({ operationId }) => operationId);
  expect(operations).toEqual([
    'generateJwtToken',
    'getClients',
    'getClient',
    'getClientInfo',
    'getPublicClientInfo',
    'getClientsInfo',
  ]);
  expect(out + err).not.toMatch(/eyJ[\w-]+\./u);
});

test('the short command for the workflow is a script that calls the same file with the same tool', async () => {
  expect(region('five-steps')).toBe('npx -y pnpm@12.21.0 five-steps');
  expect(scripts['five-steps']).toContain('--filter @docspace-oauth/openapi five-steps:portal');
  const own = (await manifest(join(root, 'openapi/package.json'))).scripts['five-steps:portal'];
  expect(own).toContain('redocly respect five-steps.portal.arazzo.yaml -S ');
});

test('a variable that the page has not set is an error', () => {
  expect(() => commandsOf('node a.mjs "$LOST"')).toThrow('The page uses $LOST before it is set');
});

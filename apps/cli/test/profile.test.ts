import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { configFile } from '../src/portal/config-folder.ts';
import { startPortal } from './portals.ts';
import { runCommand, type Ended } from './run-command.ts';

const key = 'sk-0123456789abcdef';
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docspace-oauth-profile-'));
  await mkdir(join(folder, 'docspace-oauth'));
});
afterEach(async () => rm(folder, { recursive: true }));

/** Runs a command with this config file, which only its owner may read. */
async function withConfig(
  config: unknown,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  mode = 0o600,
): Promise<Ended> {
  const file = join(folder, 'docspace-oauth', 'config.json');
  await writeFile(file, typeof config === 'string' ? config : JSON.stringify(config));
  await chmod(file, mode);
  const { platform } = process;
  const where = platform === 'win32' ? { APPDATA: folder } : { XDG_CONFIG_HOME: folder };
  return runCommand(args, { ...where, ...environment }, { platform });
}

/** A program that prints a text, as a password manager would. */
const printing = (text: string, exitCode = 0): string[] => [
  process.execPath,
  '-e',
  `process.stdout.write(process.argv[1]); process.exitCode = ${exitCode};`,
  text,
];

describe('a profile', () => {
  test.each([
    { what: 'a variable', way: { apiKeyEnv: 'OUR_KEY' } },
    { what: 'a command', way: { apiKeyCommand: printing(`  ${key}\r\nsecond line\n`) } },
    { what: 'clear text', way: { apiKey: key } },
  ])('has its key from $what', async ({ way }) => {
    const { mock } = await startPortal({ dialect: 'portal' });
    const config = { profiles: { production: { url: mock.url, dialect: 'portal', ...way } } };
    const args = ['whoami', '--profile', 'production'];
    const { code, out, err } = await withConfig(config, args, {
      OUR_KEY: key,
      DOCSPACE_URL: 'https://other.example',
      DOCSPACE_API_KEY: 'sk-of-another-portal',
      CI: 'true',
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`portal            ${mock.url}\n`);
    expect(out + err).not.toContain(key);
  });

  test('is not asked for its key where none is needed', async () => {
    const { mock } = await startPortal({ dialect: 'guide' });
    const profile = { url: mock.url, dialect: 'guide', apiKeyCommand: ['no-such-program'] };
    const id = 'c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831';
    expect(await withConfig({ profiles: { a: profile } }, ['public', id, '--profile', 'a'])).toMatchObject({
      code: 0,
    });
  });

  test.runIf(process.platform !== 'win32')('in clear text that others can read is warned about', async () => {
    const { mock } = await startPortal({ dialect: 'guide' });
    const config = { profiles: { a: { url: mock.url, dialect: 'guide', apiKey: key } } };
    const { code, err } = await withConfig(config, ['whoami', '--profile', 'a'], {}, 0o644);
    expect(code).toBe(0);
    expect(err).toMatch(
      /^Warning: other users can read \S+config\.json, which holds an API key in clear text\. /u,
    );
    expect(err).not.toContain(key);
    const safe = { profiles: { a: { url: mock.url, dialect: 'guide', apiKeyEnv: 'K' } } };
    expect((await withConfig(safe, ['whoami', '--profile', 'a'], { K: key }, 0o644)).err).toBe('');
  });
});

describe('what is wrong with a profile is a sentence, exit code 2, and not the key', () => {
  const url = 'https://portal.example.com';
  test.each([
    { config: `{"profiles": {\n "a": {"apiKey": "${key}"\n`, error: 'The config file is not valid JSON.' },
    { config: '[]', error: 'The config file has no profiles.' },
    { config: {}, error: 'The config file has no profiles.' },
    { config: { profiles: { b: { url } } }, error: 'There is no such profile.' },
    { config: { profiles: { a: key } }, error: 'The profile "a" is not an object.' },
    { config: { profiles: { a: {} } }, error: 'The profile "a" has no url.' },
    { config: { profiles: { a: { url, apikey: key } } }, error: 'The profile "a" has an unknown field.' },
    {
      config: { profiles: { a: { url, apiKey: 5 } } },
      error: 'The profile "a" has a apiKey that is not a text.',
    },
    {
      config: { profiles: { a: { url, apiKeyCommand: `echo ${key}` } } },
      error: 'The profile "a" has a apiKeyCommand that is not a list of texts.',
    },
    {
      config: { profiles: { a: { url, apiKey: key, apiKeyEnv: 'K' } } },
      error: 'The profile "a" has apiKey and apiKeyEnv, which exclude each other.',
    },
    {
      config: { profiles: { a: { url } } },
      error: 'apiKey of the profile is not set, and the portal of url of the profile asks for a key.',
    },
    {
      config: { profiles: { a: { url, apiKeyEnv: 'K' } } },
      error: 'The variable of apiKeyEnv is not set for the profile "a".',
    },
    {
      config: { profiles: { a: { url: 'portal.example.com', apiKey: key } } },
      error: 'url of the profile has no scheme: "portal.example.com".',
    },
    {
      config: { profiles: { a: { url, dialect: 'x', apiKey: key } } },
      error: 'dialect of the profile names an unknown dialect.',
    },
    {
      config: { profiles: { a: { url, apiKeyCommand: ['no-such-program-here'] } } },
      error: 'The command for the API key is not there.',
    },
    {
      config: { profiles: { a: { url, apiKeyCommand: printing(key, 3) } } },
      error: 'The command for the API key failed with exit code 3.',
    },
    {
      config: { profiles: { a: { url, apiKeyCommand: printing('\n') } } },
      error: 'The command for the API key printed nothing.',
    },
  ])('$error', async ({ config, error }) => {
    const { code, out, err } = await withConfig(config, ['list', '--profile', 'a']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^Error: [^\n]+\nHint: [^\n]+\n$/u);
    expect(err).toContain(`Error: ${error}\n`);
    expect(err).not.toContain(key);
  });

  test('without a config file', async () => {
    const { code, err } = await runCommand(['list', '--profile', 'a']);
    expect(code).toBe(2);
    expect(err).toMatch(
      /^Error: There is no config file with profiles\.\nHint: --profile looks in \S+config\.json\.\n$/u,
    );
  });
});

describe('the config file is where the platform has its configuration', () => {
  test.each([
    {
      platform: 'linux',
      home: '/home/a',
      environment: {},
      file: '/home/a/.config/docspace-oauth/config.json',
    },
    {
      platform: 'linux',
      home: '/home/a',
      environment: { XDG_CONFIG_HOME: '/x' },
      file: '/x/docspace-oauth/config.json',
    },
    {
      platform: 'darwin',
      home: '/Users/a',
      environment: {},
      file: '/Users/a/Library/Application Support/docspace-oauth/config.json',
    },
    {
      platform: 'win32',
      home: String.raw`C:\Users\a`,
      environment: { APPDATA: String.raw`C:\Users\a\AppData\Roaming`, XDG_CONFIG_HOME: '/x' },
      file: String.raw`C:\Users\a\AppData\Roaming\docspace-oauth\config.json`,
    },
    {
      platform: 'win32',
      home: String.raw`C:\Users\a`,
      environment: {},
      file: String.raw`C:\Users\a\AppData\Roaming\docspace-oauth\config.json`,
    },
  ] as const)('$platform: $file', ({ platform, home, environment, file }) => {
    expect(configFile({ platform, home, environment })).toBe(file);
  });
});

import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { loadEnvironment } from './environment.ts';
import { readPortalSettings, withSettingNames } from './portal-settings.ts';

const key = 'sk-0123456789abcdef';
const url = 'https://portal.example.com';

test.each([
  { env: {}, settings: { url: undefined, apiKey: 'any-key-will-do', dialect: 'auto' } },
  { env: { DOCSPACE_URL: '', DOCSPACE_DIALECT: 'portal' }, settings: { url: undefined, dialect: 'portal' } },
  {
    env: { DOCSPACE_URL: ` ${url} `, DOCSPACE_API_KEY: ` ${key}\n` },
    settings: { url, apiKey: key, dialect: 'auto' },
  },
])('the environment $env gives $settings', ({ env, settings }) => {
  expect(readPortalSettings(env)).toMatchObject(settings);
});

test.each([
  {
    env: { DOCSPACE_URL: url },
    message: 'DOCSPACE_API_KEY is not set, and the portal of DOCSPACE_URL asks for a key.',
    hint: 'Create one in the portal under Developer Tools > API keys.',
  },
  {
    env: { DOCSPACE_URL: 'portal.example.com', DOCSPACE_API_KEY: key },
    message: 'DOCSPACE_URL has no scheme: "portal.example.com".',
    hint: 'Did you mean https://portal.example.com?',
  },
  {
    env: { DOCSPACE_URL: 'localhost:4010', DOCSPACE_API_KEY: key },
    message: 'DOCSPACE_URL has no scheme: "localhost:4010".',
    hint: 'Did you mean http://localhost:4010?',
  },
  {
    env: { DOCSPACE_URL: 'ftp://x.example' },
    message: 'DOCSPACE_URL is not an http: or https: address.',
    hint: 'Give the address of the portal, such as https://portal.example.com.',
  },
  {
    env: { DOCSPACE_URL: 'https://' },
    message: 'DOCSPACE_URL is not an http: or https: address.',
    hint: 'Give the address of the portal, such as https://portal.example.com.',
  },
  {
    env: { DOCSPACE_DIALECT: 'klingon' },
    message: 'DOCSPACE_DIALECT names an unknown dialect.',
    hint: 'Set it to guide, portal or auto, or leave it out for auto.',
  },
])('the environment $env is refused with "$message"', ({ env, message, hint }) => {
  expect(() => readPortalSettings(env)).toThrow(
    expect.objectContaining({ name: 'UsageError', message, hint, exitCode: 2 }),
  );
});

test('an API key in the place of the address is refused without being repeated', () => {
  expect(() => readPortalSettings({ DOCSPACE_URL: key, DOCSPACE_API_KEY: key })).toThrow(
    expect.objectContaining({
      message: 'DOCSPACE_URL is not an http: or https: address.',
      hint: 'Give the address of the portal, such as https://portal.example.com.',
    }),
  );
});

test('a message of the DocSpace client names the settings instead of its options', () => {
  expect(withSettingNames("Check baseUrl and apiKey, or set dialect to 'portal'.")).toBe(
    "Check DOCSPACE_URL and DOCSPACE_API_KEY, or set DOCSPACE_DIALECT to 'portal'.",
  );
  expect(withSettingNames('Give an apiKey.')).toBe('Set DOCSPACE_API_KEY.');
});

describe('.env', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'terminal-env-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('its settings count, with a byte order mark, CRLF and quotes, and the environment overrides them', async () => {
    await writeFile(join(folder, '.env'), `\uFEFFDOCSPACE_URL=${url}\r\nDOCSPACE_API_KEY="${key}"\r\n`);
    expect(loadEnvironment(folder, {})).toEqual({ DOCSPACE_URL: url, DOCSPACE_API_KEY: key });
    expect(loadEnvironment(folder, { DOCSPACE_URL: 'x' })).toEqual({
      DOCSPACE_URL: 'x',
      DOCSPACE_API_KEY: key,
    });
  });

  test('a folder without the file gives the environment alone', () => {
    expect(loadEnvironment(folder, { DOCSPACE_URL: 'x' })).toEqual({ DOCSPACE_URL: 'x' });
  });

  test('a file that cannot be read is a usage error', async () => {
    await mkdir(join(folder, '.env'));
    expect(() => loadEnvironment(folder, {})).toThrow(/^\.env of this folder cannot be read\.$/u);
  });
});

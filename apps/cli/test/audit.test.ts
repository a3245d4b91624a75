import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { json, startServer } from '@docspace-oauth/testing/server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { version } from '../src/version.ts';
import { startPortal, steady } from './portals.ts';
import { runCommand, type Ended } from './run-command.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docspace-oauth-audit-'));
});
afterEach(async () => rm(folder, { recursive: true }));

const key = 'sk-0123456789abcdef';
const secret = 'A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8';
const fine = {
  client_id: 'c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831',
  name: 'Fine app',
  redirect_uris: ['https://app.example.com/cb'],
  allowed_origins: ['https://app.example.com'],
  website_url: 'https://app.example.com',
  terms_url: 'https://app.example.com/terms',
  policy_url: 'https://app.example.com/privacy',
  logo: 'data:image/png;base64,iVBORw0KGgo=',
  authentication_methods: ['client_secret_post'],
  scopes: ['files:read'],
  created_on: '2026-11-01T00:00:00Z',
  modified_on: '2026-11-01T00:00:00Z',
  enabled: true,
  is_public: false,
  client_secret: secret,
};
const bad = {
  ...fine,
  client_id: 'e7b1f9c4-8f3b-4c26-9b1e-2d7f60a4e831',
  name: 'Bad \u001B[2J|app',
  redirect_uris: ['http://app.example.com/cb'],
  description: `${secret} ${key}`,
};

async function auditOf(clients: readonly object[], args: readonly string[] = []): Promise<Ended> {
  const server = await startServer(() => json(200, clients));
  const settings = { DOCSPACE_URL: server.url, DOCSPACE_API_KEY: key, DOCSPACE_DIALECT: 'guide' };
  return runCommand(['audit', ...args], settings, { folder });
}

describe.each(['guide', 'portal'] as const)('the clients of the mock in the dialect %s', (dialect) => {
  test.each([
    { format: 'table', file: 'audit.txt' },
    { format: 'json', file: 'audit.json' },
    { format: 'csv', file: 'audit.csv' },
    { format: 'markdown', file: 'audit.md' },
    { format: 'sarif', file: 'audit.sarif' },
  ])('as $format', async ({ format, file }) => {
    const { command } = await startPortal({ dialect });
    const { code, out, err } = await command(['audit', '--format', format]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const shown = steady(out).replaceAll(version, 'VERSION');
    await expect(shown).toMatchFileSnapshot(join(import.meta.dirname, 'outputs', dialect, file));
  });
});

test('each client is a test case of JUnit, and the list too', async () => {
  const { out } = await auditOf([fine, bad], ['--format', 'junit']);
  expect(out.match(/<testcase /gu)).toHaveLength(3);
  expect(out).toContain(`<testcase name="${fine.client_id}: Fine app" `);
  expect(out.match(/<failure /gu)).toHaveLength(1);
});

describe('the exit code', () => {
  test.each([
    { what: 'nothing is found', clients: [fine], args: [], code: 0 },
    { what: 'there are no clients', clients: [], args: [], code: 0 },
    { what: 'an error is found', clients: [fine, bad], args: [], code: 1 },
    { what: 'a note is found', clients: [{ ...fine, is_public: true }], args: [], code: 0 },
    {
      what: 'a note is found that fails',
      clients: [{ ...fine, is_public: true }],
      args: ['--fail-on', 'note'],
      code: 1,
    },
  ])('is $code if $what', async ({ clients, args, code }) => {
    for (const format of ['table', 'json', 'sarif', 'junit']) {
      const ended = await auditOf(clients, [...args, '--format', format]);
      expect(ended).toMatchObject({ code, err: '' });
    }
  });

  test('is 2 if the audit could not be made', async () => {
    expect(await runCommand(['audit'], { DOCSPACE_URL: '' })).toMatchObject({ code: 2, out: '' });
    expect(await runCommand(['audit'], { CI: 'true' })).toMatchObject({ code: 2, out: '' });
    const { mock, command } = await startPortal({ dialect: 'portal' });
    await mock.setScenario('failing');
    expect(await command(['audit'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('--known', () => {
  const entry = (expires: string): string => `- rule: redirect-uri-http
  subject: ${bad.client_id}
  reason: It moves to https in spring.
  expires: ${expires}
`;

  test('accepts a finding until its day', async () => {
    await writeFile(join(folder, 'known.yaml'), entry('2026-12-31'));
    const { code, out } = await auditOf([fine, bad], ['--known', 'known.yaml']);
    expect(code).toBe(0);
    expect(out).toContain('Known until 2026-12-31: It moves to https in spring.');
  });

  test('accepts nothing after that', async () => {
    await writeFile(join(folder, 'known.yaml'), entry('2026-11-28'));
    const { code, out } = await auditOf([fine, bad], ['--known', 'known.yaml']);
    expect(code).toBe(1);
    expect(out).toMatch(/expired\s+on\s+2026-11-28/u);
  });

  test('names an entry that is no longer needed', async () => {
    await writeFile(join(folder, 'known.yaml'), entry('2026-12-31'));
    const { code, out } = await auditOf([fine], ['--known', 'known.yaml']);
    expect(code).toBe(0);
    expect(out).toContain('no longer needed');
  });

  test.each(['no-such.yaml', 'broken.yaml'])('is read before anything is asked: %s', async (file) => {
    await writeFile(join(folder, 'broken.yaml'), '- rule: [');
    const { code, out, err } = await auditOf([fine], ['--known', file]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^Error: --known: [^\n]+\nHint: [^\n]+\n$/u);
  });
});

test.each(['table', 'json', 'csv', 'markdown', 'sarif', 'junit'])(
  'as %s no secret is shown, and no control character',
  async (format) => {
    const hostile = { ...bad, redirect_uris: [`http://app.example.com/${secret}/${key}\u001B[2J`] };
    const { code, out } = await auditOf([fine, hostile], ['--format', format]);
    expect(code).toBe(1);
    expect(out).not.toContain(secret);
    expect(out).not.toContain(key);
    // oxlint-disable-next-line no-control-regex -- control characters are what this test is about
    expect(out.replaceAll('\r\n', '\n')).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/u);
    expect(out).toMatch(/app\\?: The redirect URI/u);
  },
);

test('the portal itself is no foreign domain', async () => {
  const { out } = await auditOf([{ ...fine, redirect_uris: ['http://127.0.0.1/cb'] }]);
  expect(out).not.toContain('redirect-uri-private-host');
});

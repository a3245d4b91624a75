import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { json, startServer } from '@docspace-oauth/testing/server';
import { expect, test } from 'vitest';

import { runCommand } from './run-command.ts';

const key = 'sk-0123456789abcdef0123456789abcdef';
const clear = 'A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8';

/** A server that tells whatever it knows wherever it can. */
const client = {
  client_id: 'some-id',
  name: `name ${key}`,
  description: key,
  website_url: `https://x.example/${key}`,
  scopes: [key, `files:${key}`],
  redirect_uris: [`http://x.example/${key}`],
  created_on: '2026-05-18T09:42:17Z',
  enabled: true,
  is_public: true,
  client_secret: clear,
  x_secret: clear,
  nested: { client_secret: clear, [key.slice(0, 2)]: [key] },
};

const commands: readonly (readonly string[])[] = [
  ...['table', 'json', 'jsonl', 'csv', 'markdown'].map((format) => ['list', '--format', format]),
  ['list', '--ids', '-', '--json'],
  ['list', '--ids', '-'],
  ['show', 'some-id'],
  ['show', 'some-id', '--json'],
  ['show', 'some-id', 'other-id'],
  ['public', 'some-id'],
  ['public', 'some-id', '--json'],
  ['whoami'],
  ['whoami', '--json'],
  ...['table', 'json', 'csv', 'markdown', 'sarif', 'junit'].map((format) => ['audit', '--format', format]),
  ['snapshot', 'clients.json'],
  ['diff', 'clients.json'],
];

test('neither the API key nor a secret reaches any output, whatever the server sends back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'docspace-oauth-secrets-'));
  const server = await startServer(({ path }) =>
    json(200, path.endsWith('/clients') || path.includes('ids=') ? [client] : client),
  );
  const settings = { DOCSPACE_URL: server.url, DOCSPACE_API_KEY: key, DOCSPACE_DIALECT: 'guide' };
  try {
    for (const args of commands) {
      const { code, out, err } = await runCommand(args, settings, { folder, stdin: `some-id\n${key}` });
      expect({ args, ended: [0, 1].includes(code) }).toEqual({ args, ended: true });
      expect(out + err).not.toContain(key);
      expect(out + err).not.toContain(clear);
    }
    const snapshot = await readFile(join(folder, 'clients.json'), 'utf8');
    expect(snapshot).toContain('••••');
    expect(snapshot).not.toContain(key);
    expect(snapshot).not.toContain(clear);
    // The secret is in what the server sends: shown on request, the test above could not pass by accident.
    expect((await runCommand(['show', 'some-id', '--show-secrets'], settings)).out).toContain(clear);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('nor where the server refuses every call in words that hold the key', async () => {
  const server = await startServer(() => json(403, { title: key, status: 403, detail: `for ${key}` }));
  const settings = { DOCSPACE_URL: server.url, DOCSPACE_API_KEY: key, DOCSPACE_DIALECT: 'guide' };
  // public sends no key, so no server has it from there; diff reads a file first.
  for (const args of commands.filter(([name = '']) => !['public', 'diff'].includes(name))) {
    const { code, out, err } = await runCommand(args, settings, { stdin: 'some-id' });
    expect(code).toBeGreaterThan(0);
    expect(out + err).not.toContain(key);
  }
});

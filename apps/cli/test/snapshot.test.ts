import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { json, startServer } from '@docspace-oauth/testing/server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { startPortal, type TestPortal } from './portals.ts';
import { runCommand } from './run-command.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docspace-oauth-snapshot-'));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

const read = async (file: string): Promise<string> => readFile(join(folder, file), 'utf8');

async function taken(portal: TestPortal, ...args: string[]): Promise<{ code: number; err: string }> {
  const { code, out, err } = await portal.command(['snapshot', 'clients.json', ...args], { folder });
  expect(out).toBe('');
  return { code, err };
}

describe('snapshot', () => {
  test('writes the same text for the same clients, and replaces the snapshot of before', async () => {
    const portal = await startPortal({ dialect: 'portal', clients: 70 });
    expect(await taken(portal)).toEqual({ code: 0, err: '77 clients written.\n' });
    const first = await read('clients.json');
    expect(await taken(portal, '--quiet')).toEqual({ code: 0, err: '' });
    expect(await read('clients.json')).toBe(first);
    const { clients } = JSON.parse(first) as { clients: { client_id: string }[] };
    const ids = clients.map(({ client_id }) => client_id);
    expect(ids).toEqual(ids.toSorted());
    expect(await readdir(folder)).toEqual(['clients.json']);
  });

  test.each([
    { what: 'a text', content: 'my notes', reason: 'is not a snapshot' },
    { what: 'an empty file', content: '', reason: 'is not a snapshot' },
    { what: 'other JSON', content: '{"clients": []}', reason: 'is not a snapshot' },
    {
      what: 'a snapshot of a newer version',
      content: '{"kind": "docspace-oauth snapshot", "schemaVersion": 2}',
      reason: 'was made by a newer version of docspace-oauth',
    },
    {
      what: 'a damaged snapshot',
      content: '{"kind": "docspace-oauth snapshot", "schemaVersion": 1, "clients": {}}',
      reason: 'is a damaged snapshot',
    },
  ])('keeps $what, unless --force is given', async ({ content, reason }) => {
    const portal = await startPortal({});
    await writeFile(join(folder, 'clients.json'), content);
    expect(await taken(portal)).toEqual({
      code: 2,
      err: `Error: That file ${reason}.\nHint: Name another file, or give --force to overwrite it.\n`,
    });
    expect(await read('clients.json')).toBe(content);
    expect((await taken(portal, '--force')).code).toBe(0);
    expect(JSON.parse(await read('clients.json'))).toHaveProperty('schemaVersion', 1);
  });

  test('keeps the snapshot of another portal', async () => {
    expect((await taken(await startPortal({}))).code).toBe(0);
    const before = await read('clients.json');
    expect(await taken(await startPortal({}))).toEqual({
      code: 2,
      err: 'Error: That file is a snapshot of another portal.\nHint: Name another file, or give --force.\n',
    });
    expect(await read('clients.json')).toBe(before);
  });

  test('a folder in its place, or none around it, is told and leaves nothing behind', async () => {
    const portal = await startPortal({});
    await mkdir(join(folder, 'clients.json'));
    expect(await taken(portal)).toMatchObject({ code: 2 });
    const { code, err } = await portal.command(['snapshot', join('no', 'folder.json')], { folder });
    expect({ code, err }).toEqual({
      code: 2,
      err: 'Error: The snapshot cannot be written (ENOENT).\nHint: Name a file in a folder that exists.\n',
    });
    expect(await readdir(folder)).toEqual(['clients.json']);
  });

  // Windows lets only administrators make links.
  test.runIf(process.platform !== 'win32')('replaces what a link points to, and not the link', async () => {
    await writeFile(join(folder, 'real.json'), '');
    await symlink('real.json', join(folder, 'clients.json'));
    expect((await taken(await startPortal({}), '--force')).code).toBe(0);
    expect(JSON.parse(await read('real.json'))).toHaveProperty('schemaVersion', 1);
  });

  test('a key that the server sends back, and whatever it calls a secret, stay out', async () => {
    const key = 'sk-0123456789abcdef';
    const client = {
      client_id: 'x',
      name: `it was ${key}`,
      client_secret: 'clear',
      other_secret: 'clear',
      enabled: true,
    };
    const server = await startServer(() => json(200, [client]));
    const settings = { DOCSPACE_URL: server.url, DOCSPACE_API_KEY: key, DOCSPACE_DIALECT: 'guide' };
    expect((await runCommand(['snapshot', 'clients.json'], settings, { folder })).code).toBe(0);
    const text = await read('clients.json');
    expect(text).not.toMatch(new RegExp(`${key}|clear|other_secret`, 'u'));
    expect(text).toContain('it was ••••');
  });
});

describe('diff', () => {
  /** Two portals with one address: what the server sends can be changed. */
  async function changing(
    clients: object[],
  ): Promise<{ settings: Record<string, string>; set: (now: object[]) => void }> {
    let current = clients;
    const server = await startServer(() => json(200, current));
    return {
      settings: { DOCSPACE_URL: server.url, DOCSPACE_API_KEY: 'sk-1', DOCSPACE_DIALECT: 'guide' },
      set: (now) => (current = now),
    };
  }
  const client = {
    client_id: 'a',
    name: 'App',
    enabled: true,
    scopes: ['files:read'],
    client_secret: 'ONE=',
  };

  test('tells what has changed, in each format, and exits with 1', async () => {
    const { settings, set } = await changing([client]);
    await runCommand(['snapshot', 'old.json'], settings, { folder });
    set([
      {
        ...client,
        name: 'A|b\u001B[2J',
        enabled: false,
        scopes: ['files:read', 'files:write'],
        client_secret: 'TWO=',
      },
      { client_id: 'b', name: 'New' },
    ]);
    const table = await runCommand(['diff', 'old.json'], settings, { folder });
    expect(table).toEqual({
      code: 1,
      err: '',
      out: `client_id  name  change          detail
---------  ----  --------------  -----------
a          A|b   scopes widened  files:write
a          A|b   disabled
a          A|b   secret changed
a          A|b   renamed         App -> A|b
b          New   added

5 changes
`,
    });
    const markdown = await runCommand(['diff', 'old.json', '--format', 'markdown'], settings, { folder });
    expect(markdown.out).toContain(String.raw`| a | A\|b | scopes widened | files\:write |`);
    const asJson = await runCommand(['diff', 'old.json', '--json'], settings, { folder });
    expect(asJson.code).toBe(1);
    expect(JSON.parse(asJson.out)).toMatchObject({ changed: true, changes: { length: 5 } });
    expect(table.out + markdown.out + asJson.out).not.toMatch(/ONE=|TWO=/u);
  });

  test('compares two files without any portal, with a byte order mark too', async () => {
    const { settings, set } = await changing([client]);
    await runCommand(['snapshot', 'old.json'], settings, { folder });
    set([]);
    await runCommand(['snapshot', 'new.json'], settings, { folder });
    await writeFile(join(folder, 'bom.json'), `\uFEFF${await read('old.json')}`);
    expect(await runCommand(['diff', 'old.json', 'bom.json'], { CI: 'true' }, { folder })).toEqual({
      code: 0,
      out: 'Nothing has changed.\n',
      err: '',
    });
    const { code, out } = await runCommand(['diff', 'old.json', 'new.json'], {}, { folder });
    expect(code).toBe(1);
    expect(out).toMatch(/^a +App +removed$/mu);
  });

  test.each([
    { field: 'portal', value: 'https://other.example', how: 'of two portals' },
    { field: 'dialect', value: 'portal', how: 'in two dialects' },
    { field: 'role', value: 'user', how: 'with the keys of two roles' },
  ])('refuses snapshots that differ in $field', async ({ field, value, how }) => {
    const { settings } = await changing([client]);
    await runCommand(['snapshot', 'old.json'], settings, { folder });
    const other = { ...(JSON.parse(await read('old.json')) as object), [field]: value };
    await writeFile(join(folder, 'new.json'), JSON.stringify(other));
    const { code, out, err } = await runCommand(['diff', 'old.json', 'new.json'], {}, { folder });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`Error: These snapshots were made ${how}`);
  });

  test('without a portal or with a failing one it could not be made', async () => {
    const { settings } = await changing([client]);
    await runCommand(['snapshot', 'old.json'], settings, { folder });
    expect(await runCommand(['diff', 'old.json'], {}, { folder })).toMatchObject({ code: 2, out: '' });
    const { mock, command } = await startPortal({});
    await mock.setScenario('failing');
    expect(await command(['diff', 'old.json'], { folder })).toMatchObject({ code: 2, out: '' });
  });

  test('a file that cannot be read is told by its place, and not by its name', async () => {
    await writeFile(join(folder, 'a.json'), 'secret notes');
    expect(await runCommand(['diff', 'a.json', 'b.json'], {}, { folder })).toEqual({
      code: 2,
      out: '',
      err: 'Error: The old file is not a snapshot.\nHint: docspace-oauth snapshot FILE makes one.\n',
    });
    if (process.platform !== 'win32' && process.getuid?.() !== 0) {
      await chmod(join(folder, 'a.json'), 0o000);
      const { err } = await runCommand(['diff', 'a.json'], {}, { folder });
      expect(err).toContain('Error: The old file cannot be read.');
    }
  });
});

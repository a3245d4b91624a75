import { createDocSpaceClient } from '@docspace-oauth/api';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { kinds, startPortal, steady, type TestPortal } from './portals.ts';

const ID = 'c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831';

/** Every secret that the server has in any of its answers. */
async function secretsOf({ settings }: TestPortal): Promise<string[]> {
  const docspace = createDocSpaceClient({
    baseUrl: settings['DOCSPACE_URL'] ?? '',
    apiKey: settings['DOCSPACE_API_KEY'],
  });
  const { clients } = await docspace.getClients();
  const [client, info] = [await docspace.getClient(ID), await docspace.getClientInfo(ID)];
  const secrets = [...clients, client, info].flatMap(({ client_secret }) => client_secret ?? []);
  if (secrets.length === 0) throw new Error('The mock gives no secret to look for.');
  return secrets;
}

/** By the name of the file in `outputs/` that holds what is printed. */
const outputs: Readonly<Record<string, readonly string[]>> = {
  'list.txt': ['list'],
  'list.csv': ['list', '--format', 'csv'],
  'list.jsonl': ['list', '--format', 'jsonl', '--columns', 'client_id,scopes'],
  'list.md': ['list', '--format', 'markdown', '--sort', 'name', '--filter', 'scope=files:write'],
  'list.json': ['list', '--json', '--filter', `id=${ID}`],
  'show.txt': ['show', ID],
  'show.json': ['show', ID, '--json'],
  'show-without-texts.txt': ['show', '2b94d7e6-63f1-4a0c-b8e2-fd05c17a3948'],
  'public.txt': ['public', ID],
  'public.json': ['public', ID, '--json'],
  'whoami.txt': ['whoami'],
  'whoami.json': ['whoami', '--json'],
};

describe.each(kinds)('against the $kind', ({ options }) => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'docspace-oauth-cli-'));
  });
  afterAll(async () => rm(folder, { recursive: true }));

  /** One file for all portals: store, limits and cache change nothing of what is printed. */
  const saved = (file: string): string =>
    join(import.meta.dirname, 'outputs', options.dialect ?? 'guide', file);

  test.each(Object.entries(outputs))('%s is what docspace-oauth %j prints', async (file, args) => {
    const portal = await startPortal(options);
    const { code, out, err } = await portal.command(args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    await expect(steady(out)).toMatchFileSnapshot(saved(file));
    for (const secret of await secretsOf(portal)) expect(out).not.toContain(secret);
  });

  test('docspace-oauth snapshot and diff', async () => {
    const portal = await startPortal(options);
    const { mock, command } = portal;
    expect(await command(['snapshot', 'clients.json'], { folder })).toEqual({
      code: 0,
      out: '',
      err: '7 clients written.\n',
    });
    const text = await readFile(join(folder, 'clients.json'), 'utf8');
    await expect(steady(text)).toMatchFileSnapshot(saved('snapshot.json'));
    for (const secret of await secretsOf(portal)) expect(text).not.toContain(secret);
    expect(await command(['diff', 'clients.json'], { folder })).toEqual({
      code: 0,
      out: 'Nothing has changed.\n',
      err: '',
    });
    await fetch(`${mock.url}/__mock/clients/${ID}`, { method: 'DELETE' });
    const { code, out, err } = await command(['diff', 'clients.json'], { folder });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/^c1a7e5d0\S+  Calendar Sync  removed\n\n1 change\n$/mu);
  });

  test('only GET requests are sent', async () => {
    const { mock, command } = await startPortal(options);
    for (const args of [...Object.values(outputs), ['snapshot', 'other.json'], ['diff', 'other.json']]) {
      await command(args, { folder });
    }
    expect(mock.requests.length).toBeGreaterThan(10);
    expect(new Set(mock.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  });
});

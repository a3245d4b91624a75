import { json, startServer } from '@docspace-oauth/testing/server';
import { widest } from '@docspace-oauth/terminal/width';
import { describe, expect, test } from 'vitest';

import { startPortal } from './portals.ts';
import { runCommand } from './run-command.ts';

const ID = 'c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831';
const OTHER = '5e0d92b4-17c8-4f6a-a3d5-90be4f2c7716';

describe('who sees what', () => {
  test('on a portal anyone sees the ids of the users, and step 2 alone has the secret', async () => {
    const { command } = await startPortal({ dialect: 'portal' });
    const { out } = await command(['show', ID]);
    expect(out).toMatch(/^created_by +yes +yes +yes +anyone /mu);
    expect(out).toMatch(/^client_secret +yes +- +- +secret +••••$/mu);
    expect(out).toMatch(/^redirect_uris +yes +- +- +creator +/mu);
  });

  test('in the guide the secret is in step 3, and nobody sees the ids of the users without a key', async () => {
    const { command } = await startPortal({ dialect: 'guide' });
    const { out } = await command(['show', ID]);
    expect(out).toMatch(/^created_by +yes +yes +- +creator +/mu);
    expect(out).toMatch(/^client_secret +- +yes +- +secret +••••$/mu);
    expect(out).toMatch(/^tenant +- +yes +- +administrator +/mu);
  });

  test('a step that is refused to this key says so, and the others are shown', async () => {
    const { command } = await startPortal({ dialect: 'guide' }, 'user-1');
    const { code, out, err } = await command(['show', ID]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^name +yes +- +yes +anyone /mu);
    expect(out).toContain('Step 3 (getClientInfo) reveals nothing: this key may not make that call.\n');
    const asJson = await command(['show', ID, '--json']);
    expect(JSON.parse(asJson.out)).toHaveProperty('0.getClientInfo', null);
  });
});

test('a value that differs between the steps stands once for each', async () => {
  const client = { client_id: ID, name: 'Name', created_on: '2026-05-18T09:42:17.308Z', scopes: ['b', 'a'] };
  const server = await startServer(({ path }) =>
    json(
      200,
      path.includes('info') ? { ...client, created_on: '2026-05-18T09:42:17Z', scopes: ['a', 'b'] } : client,
    ),
  );
  const settings = { DOCSPACE_URL: server.url, DOCSPACE_API_KEY: 'sk-1', DOCSPACE_DIALECT: 'guide' };
  const { out } = await runCommand(['show', ID], settings);
  expect(out).toMatch(
    /^created_on .* step 2: 2026-05-18T09:42:17\.308Z\n +step 3, 4: 2026-05-18T09:42:17Z$/mu,
  );
  expect(out).toMatch(/^scopes .* b\n +a$/mu); // A set in another order is the same.
});

test('several clients stand below each other, and one that is unknown does not hide the others', async () => {
  const { command } = await startPortal({ dialect: 'portal' });
  const unknown = ID.replace('c1', '00');
  const { code, out, err } = await command(['show', ID, unknown, OTHER]);
  expect(code).toBe(1);
  expect(out).toMatch(
    new RegExp(`^Calendar Sync  ${ID}\n\nfield .*\n\nCRM Bridge  ${OTHER}\n\nfield `, 'su'),
  );
  expect(err).toMatch(new RegExp(`^${unknown}: Error: not_found, status 404: [^\n]+\nHint: [^\n]+\n$`, 'u'));
});

test('a long text is broken at its blanks to fit the terminal, and an address stays whole', async () => {
  const uri = `https://app.example.com/${'a'.repeat(150)}/日历`;
  const description = 'Shows the deadlines of rooms in a calendar. '.repeat(4).trim();
  const server = await startServer(() => json(200, { client_id: ID, description, redirect_uris: [uri] }));
  const settings = { DOCSPACE_URL: server.url, DOCSPACE_API_KEY: 'sk-1', DOCSPACE_DIALECT: 'guide' };
  const { out } = await runCommand(['show', ID, '--no-color'], settings, { columns: 100 });
  const texts = out.split('\n').filter((line) => /deadlines|calendar/u.test(line));
  expect(texts.length).toBeGreaterThan(2);
  for (const line of texts) expect(widest([line])).toBeLessThanOrEqual(100);
  expect(out).toContain(uri);
});

describe('--show-secrets', () => {
  test.each(['guide', 'portal'] as const)(
    'prints the secret of one client in a table (%s)',
    async (dialect) => {
      const { command } = await startPortal({ dialect });
      expect((await command(['show', ID, '--show-secrets'])).out).toMatch(
        /^client_secret .* secret +example-secret-of-calendar-sync-0000$/mu,
      );
    },
  );

  test.each([
    { args: ['show', ID, '--show-secrets', '--json'] },
    { args: ['show', ID, OTHER, '--show-secrets'] },
  ])('is refused for $args', async ({ args }) => {
    const { command } = await startPortal({});
    expect(await command(args)).toEqual({
      code: 2,
      out: '',
      err:
        'Error: --show-secrets works for one client, shown as a table.\n' +
        'Hint: So that no secret gets into a list or a file by accident.\n',
    });
  });

  test.each(['list', 'public', 'whoami', 'audit', 'snapshot', 'diff'])('is no option of %s', async (name) => {
    const { command } = await startPortal({});
    expect(await command([name, '--show-secrets'])).toEqual({
      code: 2,
      out: '',
      err: "Error: Unknown option '--show-secrets'.\nHint: --help lists the options.\n",
    });
  });
});

import { json, startServer } from '@docspace-oauth/testing/server';
import { clientsOf, sameDate } from '@docspace-oauth/testing/stored-clients';
import { sqlStore } from '@docspace-oauth/testing/stores';
import { describe, expect, test } from 'vitest';

import { kinds, startPortal } from './portals.ts';
import { runCommand, type Ended, type Surroundings } from './run-command.ts';

const key = 'sk-0123456789abcdef';

/** The list of a server of the guide's dialect that has these clients. */
async function listOf(
  clients: readonly object[],
  args: readonly string[],
  surroundings?: Surroundings,
): Promise<Ended> {
  const server = await startServer(() =>
    json(200, { response: clients, count: clients.length, status: 0, statusCode: 200 }),
  );
  const settings = { DOCSPACE_URL: server.url, DOCSPACE_API_KEY: key, DOCSPACE_DIALECT: 'guide' };
  return runCommand(['list', ...args], settings, surroundings);
}

const lineCount = (text: string): number => text.split('\n').length - 1;

describe.each(kinds)('120 clients of the $kind', ({ options }) => {
  test.each([
    { format: 'table', lines: 120 + 4 },
    { format: 'jsonl', lines: 120 },
    { format: 'csv', lines: 120 + 1 },
    { format: 'markdown', lines: 120 + 2 },
  ])('as $format, none twice', async ({ format, lines: count }) => {
    const { command } = await startPortal({ ...options, clients: 113 });
    const { code, out, err } = await command(['list', '--format', format]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(lineCount(out)).toBe(count);
    // Of each row the first id, which is the client's: others are of users.
    const id = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/u;
    const rows = out.replaceAll('\\', '').split('\n');
    const ids = rows.flatMap((row) => id.exec(row.split('"client_id":').at(-1) ?? '')?.[0] ?? []);
    expect(new Set(ids).size).toBe(120);
  });

  test('as one JSON text with every field, sorted and filtered', async () => {
    const { command } = await startPortal({ ...options, clients: 113 });
    const { out } = await command(['list', '--json', '--sort', 'created_on', '--filter', 'enabled=true']);
    const clients = JSON.parse(out) as { created_on: string; enabled: boolean; client_secret?: string }[];
    expect(clients.length).toBeGreaterThan(50);
    const dates = clients.map(({ created_on }) => Date.parse(created_on));
    expect(dates).toEqual(dates.toSorted((a, b) => a - b));
    for (const { enabled, client_secret = '••••' } of clients) {
      expect({ enabled, client_secret }).toEqual({ enabled: true, client_secret: '••••' });
    }
  });

  test('by ids, with those that are missing', async () => {
    const { command } = await startPortal({ ...options, clients: 113 });
    const { out } = await command(['list', '--format', 'csv', '--columns', 'client_id']);
    const unknown = '00000000-0000-4000-8000-000000000000';
    const byIds = await command(['list', '--ids', '-', '--json', '--columns', 'client_id'], {
      stdin: `${out}${unknown}\r\n`,
    });
    const { found, missing } = JSON.parse(byIds.out) as { found: object[]; missing: string[] };
    expect(byIds.code).toBe(1);
    expect(found).toHaveLength(120);
    expect(missing).toEqual([unknown]);
  });
});

describe('--ids', () => {
  const one = 'c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831';
  const two = '5e0d92b4-17c8-4f6a-a3d5-90be4f2c7716';

  test.each([
    { what: 'CRLF, blank lines and comments', stdin: `# ours\r\n${one}\r\n\r\n  ${two}  \r\n` },
    { what: 'a byte order mark', stdin: `\uFEFF${one}\n${two}` },
    { what: 'carriage returns alone', stdin: `${one}\r${two}\r` },
    { what: 'the heading of a CSV', stdin: `client_id\n${one}\n${two}\n` },
    { what: 'UTF-16, as PowerShell writes it', stdin: Buffer.from(`\uFEFF${one}\r\n${two}\r\n`, 'utf16le') },
    { what: 'ids in upper case, and twice', stdin: `${one.toUpperCase()}\n${one}\n${two}` },
  ])('$what', async ({ stdin }) => {
    const { command } = await startPortal({ dialect: 'portal' });
    const { code, out } = await command(['list', '--ids', '-', '--format', 'csv', '--columns', 'name'], {
      stdin,
    });
    expect({ code, out }).toEqual({ code: 0, out: 'name\r\nCalendar Sync\r\nCRM Bridge\r\n' });
  });

  test.each([
    { what: 'an empty file', stdin: '', message: 'The file of --ids has no id.' },
    { what: 'a heading alone', stdin: 'client_id\r\n', message: 'The file of --ids has no id.' },
    {
      what: 'a picture',
      stdin: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff]),
      message: 'The file of --ids is not text.',
    },
  ])('$what is wrong usage', async ({ stdin, message }) => {
    const { command } = await startPortal({});
    const { code, err } = await command(['list', '--ids', '-'], { stdin });
    expect(code).toBe(2);
    expect(err).toContain(`Error: ${message}\n`);
  });

  test('the table counts found and missing, and a key among the ids is masked', async () => {
    const { settings } = await startPortal({ dialect: 'guide' });
    const { code, out } = await runCommand(
      ['list', '--ids', '-'],
      { ...settings, DOCSPACE_API_KEY: key },
      { stdin: `${one}\n${key}\n\u0009x\u001B[2J\n` },
    );
    expect(code).toBe(2);
    const ended = await runCommand(
      ['list', '--ids', '-'],
      { ...settings, DOCSPACE_API_KEY: key },
      { stdin: `${one}\n${key}\nunknown\n` },
    );
    expect(ended.code).toBe(1);
    expect(ended.out).toContain('\n1 client found\n2 missing:\n  ••••\n  unknown\n');
    expect(out + ended.out).not.toContain(key);
  });

  test('where rows are clients only, what is missing is told on stderr', async () => {
    const { command } = await startPortal({});
    const { code, err } = await command(['list', '--ids', '-', '--format', 'jsonl'], { stdin: 'unknown' });
    expect({ code, err }).toEqual({ code: 1, err: 'Missing: unknown\n' });
  });
});

describe('what a hostile server writes', () => {
  const client = {
    client_id: 'x',
    id: 'x',
    enabled: true,
    is_public: true,
    created_on: '2026-05-18T09:42:17Z',
  };

  test('cannot start a formula in CSV, in any column', async () => {
    const { out } = await listOf(
      [
        {
          ...client,
          name: '=HYPERLINK("http://evil.example","x")',
          description: '+1',
          website_url: '@x',
          scopes: ['-1'],
        },
        { ...client, client_id: '=1', name: '\t=1', policy_url: '\u202E=1' },
      ],
      ['--format', 'csv'],
    );
    const cells = out
      .split('\r\n')
      .slice(1)
      .flatMap((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/u));
    expect(cells.filter((cell) => /^"?\s*[=+@-]/u.test(cell))).toEqual([]);
    expect(out).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")"`);
  });

  test.each(['table', 'csv', 'jsonl', 'json', 'markdown'])(
    'neither obeys nor breaks lines as %s',
    async (format) => {
      const name = 'a\u001B[2J\u001B]0;x\u0007\r\nb|c\u202Ed\u009B31m\u0000\u2028';
      const { code, out } = await listOf(
        [{ ...client, name }],
        ['--format', format, '--columns', 'client_id,name'],
      );
      expect(code).toBe(0);
      expect(out.replaceAll('\r\n', '\n')).not.toMatch(
        // oxlint-disable-next-line no-control-regex -- control characters are what this test is about
        /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2028\u2066-\u2069]/u,
      );
    },
  );

  test.each(['table', 'csv', 'markdown', 'jsonl'])(
    'of other types than the contract says is shown as %s',
    async (format) => {
      const odd = {
        client_id: 'x',
        name: { a: 1 },
        enabled: 'yes',
        scopes: 'files',
        created_on: 5,
        is_public: null,
      };
      const args = [
        '--format',
        format,
        '--sort',
        'created_on',
        '--filter',
        'scope!=x',
        '--columns',
        'name,scopes,created_on',
      ];
      const { code, out } = await listOf([odd, { client_id: 'y' }], args);
      expect(code).toBe(0);
      expect(out).toMatch(/\{.*a.*1.*\}.*files.*5/u);
    },
  );
});

describe('the table', () => {
  const client = {
    client_id: 'c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831',
    enabled: true,
    is_public: false,
    created_on: '2026-05-18T09:42:17.308415Z',
  };

  test('fits the terminal, with wide and right-to-left names', async () => {
    const names = ['日历同步'.repeat(10), 'יומן', 'A'.repeat(300), '👩‍💻'.repeat(50)];
    const { out } = await listOf(
      names.map((name, index) => ({ ...client, client_id: client.client_id.replace('c', `${index}`), name })),
      [],
      { columns: 80 },
    );
    await expect(out).toMatchFileSnapshot('outputs/narrow-table.txt');
  });

  test('says which columns have no room', async () => {
    const { out } = await listOf([{ ...client, name: 'Name' }], [], { columns: 60 });
    expect(out).toContain(
      '\n1 client\nLeft out, because the terminal is too narrow: is_public, created_on\n',
    );
  });

  test('is in colour on a terminal, and never with NO_COLOR, --no-color or in a file', async () => {
    const clients = [{ ...client, name: 'Name' }];
    // oxlint-disable-next-line no-control-regex -- colours are control characters
    const color = /\u001B\[/u;
    expect((await listOf(clients, [], { columns: 120 })).out).toMatch(color);
    expect((await listOf(clients, ['--no-color'], { columns: 120 })).out).not.toMatch(color);
    expect((await listOf(clients, [])).out).not.toMatch(color);
  });
});

describe('a field that the server leaves out', () => {
  test.each(['--filter', '--sort'])('cannot be used in %s', async (option) => {
    const { command } = await startPortal({ dialect: 'guide' });
    const { code, out, err } = await command(['list', option, option === '--sort' ? 'tenant' : 'tenant=1']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^Error: The server does not send tenant here/u);
  });
});

test('no client is an empty result in every format', async () => {
  const { mock, command } = await startPortal({});
  await mock.setScenario('empty');
  const empty = { table: '0 clients\n', json: '[]\n', jsonl: '' };
  for (const [format, out] of Object.entries(empty)) {
    expect(await command(['list', '--format', format])).toEqual({ code: 0, out, err: '' });
  }
});

test('a list that may be incomplete says so and exits with 1', async () => {
  const store = sqlStore(clientsOf(sameDate(60, '2026-04-01T12:00:00.123456Z')));
  const server = await startServer(({ path }) => {
    const query = new URL(path, 'http://localhost').searchParams;
    if (path.endsWith('/token'))
      return json(200, { response: 'a.b.c', count: 1, status: 0, statusCode: 200 });
    return json(
      200,
      store({
        limit: Number(query.get('limit')),
        last_client_id: query.get('last_client_id'),
        last_created_on: query.get('last_created_on'),
      }),
    );
  });
  const settings = { DOCSPACE_URL: server.url, DOCSPACE_API_KEY: key, DOCSPACE_DIALECT: 'portal' };
  const { code, out, err } = await runCommand(['list', '--format', 'jsonl', '--quiet'], settings);
  expect(code).toBe(1);
  expect(lineCount(out)).toBeLessThan(60);
  expect(err).toContain('Warning: the list may be incomplete.\n');
  const snapshot = await runCommand(['snapshot', 'clients.json'], settings);
  expect(snapshot.code).toBe(2);
  expect(snapshot.err).toContain('Error: The list may be incomplete, so no snapshot was made of it.\n');
});

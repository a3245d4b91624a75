import { json, reset, startServer, text } from '@docspace-oauth/testing/server';
import { describe, expect, test } from 'vitest';

import { runCommand, type Ended } from './run-command.ts';

const key = 'sk-0123456789abcdef';
const portal = { DOCSPACE_URL: 'https://portal.example.com', DOCSPACE_API_KEY: key };

const names = 'Commands: list, show, public, whoami, audit, snapshot, diff, completion.';

async function show(url: string, ...args: string[]): Promise<Ended> {
  const settings = { DOCSPACE_URL: url, DOCSPACE_API_KEY: key, DOCSPACE_DIALECT: 'guide' };
  return runCommand(['show', 'some-id', ...args], settings);
}

describe('wrong usage is a sentence, a hint and exit code 2', () => {
  test.each([
    { args: [], err: `Error: A command is missing.\nHint: ${names}\n` },
    { args: [key], err: `Error: Unknown command.\nHint: ${names}\n` },
    { args: ['help', key], err: `Error: Unknown command.\nHint: ${names}\n` },
    { args: ['constructor'], err: `Error: Unknown command.\nHint: ${names}\n` },
    { args: ['--json', 'list'], err: `Error: A command comes before its options.\nHint: ${names}\n` },
    { args: ['list', '--jsno'], err: "Error: Unknown option '--jsno'.\nHint: --help lists the options.\n" },
    { args: ['list', key], err: 'Error: Unexpected argument.\nHint: --help lists the options.\n' },
    {
      args: ['list', '--format', key],
      err: 'Error: --format names something unknown.\nHint: Known are table, json, jsonl, csv, markdown.\n',
    },
    {
      args: ['list', '--json', '--format', 'csv'],
      err: 'Error: --json and --format contradict each other.\nHint: Give one of them.\n',
    },
    {
      args: ['list', '--mock', '--profile', 'a'],
      err: 'Error: --mock and --profile contradict each other.\nHint: Give one of them.\n',
    },
    { args: ['list', '--columns', 'name,name'], err: 'Error: --columns names a column twice.\n' },
    {
      args: ['list', '--columns', `name,${key}`],
      err: expect.stringMatching(
        /^Error: --columns names an unknown column\.\nHint: Columns: client_id, /u,
      ) as string,
    },
    {
      args: ['list', '--columns', 'client_secret'],
      err: expect.stringContaining('--columns names an unknown column') as string,
    },
    {
      args: ['list', '--ids', key],
      err: 'Error: The file of --ids does not exist.\n',
    },
    {
      args: ['show'],
      err: 'Error: show takes the id of a client, or several.\nHint: docspace-oauth list lists the ids.\n',
    },
    {
      args: ['public', 'a', 'b'],
      err: 'Error: public takes the id of one client.\nHint: docspace-oauth list lists the ids.\n',
    },
    {
      args: ['completion', 'tcsh'],
      err: 'Error: There is no completion for that shell.\nHint: Known are bash, zsh, fish.\n',
    },
    {
      args: ['diff', 'a.json'],
      err: 'Error: The old file does not exist.\n',
    },
  ])('arguments $args', async ({ args, err }) => {
    expect(await runCommand(args, portal)).toEqual({ code: 2, out: '', err });
  });

  test.each([
    { settings: { DOCSPACE_URL: 'https://portal.example.com' }, error: 'DOCSPACE_API_KEY is not set' },
    {
      settings: { DOCSPACE_URL: 'https://user:word@portal.example.com', DOCSPACE_API_KEY: key },
      error: 'invalid_input: DOCSPACE_URL has user information, a query or a fragment.',
    },
    {
      settings: { ...portal, DOCSPACE_API_KEY: 'two words' },
      error: 'invalid_input: DOCSPACE_API_KEY is not a string of visible ASCII characters.',
    },
  ])('settings $settings', async ({ settings, error }) => {
    const { code, out, err } = await runCommand(['list'], settings);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`Error: ${error}`);
    expect(err).toMatch(/^Error: [^\n]+\nHint: [^\n]+\n$/u);
  });

  test.each(['', '.', '..', 'a/b', 'a\nb'])('the id %j', async (id) => {
    const { code, err } = await runCommand(['show', '--', id], portal);
    expect(code).toBe(2);
    expect(err).toMatch(/^Error: invalid_input: .*\nHint: .*\n$/u);
  });
});

describe('a call that fails is a sentence with status and hint, and exit code 1', () => {
  /** What stderr shows of a failure, with the parts that differ from failure to failure cut off. */
  function failure(start: string): Ended {
    return {
      code: 1,
      out: '',
      err: expect.stringMatching(new RegExp(`^Error: ${start}[^\n]+\nHint: [^\n]+\n$`, 'u')) as string,
    };
  }

  test.each([
    { status: 401, start: 'unauthorized, status 401: ' },
    { status: 403, start: 'forbidden, status 403: ' },
    { status: 404, start: 'not_found, status 404: ' },
    { status: 500, start: 'server_error, status 500: ' },
  ])('status $status', async ({ status, start }) => {
    const server = await startServer(() =>
      json(status, { title: 'No', status, detail: `for Bearer ${key}` }),
    );
    for (const args of [[], ['--json']]) {
      const ended = await show(server.url, ...args);
      expect(ended).toEqual(failure(start));
      expect(ended.err).not.toContain(key);
    }
  });

  test('an HTML page in place of JSON', async () => {
    const html = text(200, '<h1>Maintenance</h1>', { 'content-type': 'text/html' });
    const server = await startServer(() => html);
    const { code, err } = await show(server.url);
    expect(err).toMatch(/^Error: unexpected_response/u);
    expect(code).toBe(1);
  });

  test('a connection that breaks off', async () => {
    const server = await startServer(() => reset);
    expect(await show(server.url)).toEqual(failure('network: '));
  });
});

test('control characters from a server neither move the cursor nor colour the terminal', async () => {
  const name = 'Good\u001B[2J\u001B]0;owned\u0007\r\nBad\u202Eevil\u009B31m\u0000';
  const server = await startServer(() => json(200, { id: 'some-id', client_id: 'some-id', name }));
  const plain = await show(server.url);
  expect(plain.out).toMatch(/^name .* Good Bad evil$/mu);
  // oxlint-disable-next-line no-control-regex -- control characters are what this test is about
  const obeyed = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u;
  expect(plain.out).not.toMatch(obeyed);
  const asJson = await show(server.url, '--json');
  expect(asJson.out).not.toMatch(obeyed);
  expect(JSON.parse(asJson.out)).toHaveProperty('0.getClient.name', name);
});

test.each([[], ['--json'], ['--show-secrets']])(
  'an API key that the server sends back is masked with the options %j',
  async (...args) => {
    const client = { id: 'some-id', client_id: 'some-id', name: `it was ${key}` };
    const server = await startServer(() => json(200, client));
    const { out } = await show(server.url, ...args);
    expect(out).toContain('it was ••••');
    expect(out).not.toContain(key);
  },
);

test('an error does not begin behind the progress of a terminal', async () => {
  const client = { client_id: 'a', created_on: '2026-01-01T00:00:00Z' };
  const cursor = { last_client_id: 'a', last_created_on: client.created_on };
  const server = await startServer(({ path }) => {
    if (path.endsWith('/token'))
      return json(200, { response: 'a.b.c', count: 1, status: 0, statusCode: 200 });
    return path.includes('last_client_id')
      ? json(404, {})
      : json(200, { data: [client], limit: 50, ...cursor });
  });
  const settings = { DOCSPACE_URL: server.url, DOCSPACE_API_KEY: key, DOCSPACE_DIALECT: 'portal' };
  const { code, err } = await runCommand(['list', '--sort', 'client_id'], settings, { columns: 80 });
  expect(code).toBe(1);
  const shown = err.split('\r\u001B[K');
  expect(shown).toContainEqual(expect.stringMatching(/^1 page read/u));
  expect(shown.at(-1)).toMatch(/^Error: not_found/u);
});

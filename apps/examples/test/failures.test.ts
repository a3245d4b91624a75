import { startMock } from '@docspace-oauth/mock';
import { json, reset, startServer } from '@docspace-oauth/testing/server';
import { describe, expect, onTestFinished, test } from 'vitest';

import { runProgram, type Ended } from './run-program.ts';

const key = 'sk-0123456789abcdef';
const unknown = '00000000-0000-4000-8000-000000000000';

async function ask(url: string, name: string, ...args: string[]): Promise<Ended> {
  const env = { DOCSPACE_URL: url, DOCSPACE_API_KEY: key, DOCSPACE_DIALECT: 'guide' };
  return runProgram(name, { args, env });
}

describe('wrong usage is a sentence, a hint and exit code 2', () => {
  test.each([
    { name: '1', args: ['--jsno'], error: "Unknown option '--jsno'." },
    { name: '1', args: ['--id', 'x'], error: "Unknown option '--id'." },
    { name: '2', args: ['--id', 'x', '--id', 'y'], error: '--id is given more than once.' },
  ])('step $name with $args', async ({ name, args, error }) => {
    const expected = { code: 2, out: '', err: `Error: ${error}\nHint: --help lists the options.\n` };
    expect(await runProgram(name, { args })).toEqual(expected);
  });

  test('an unknown step', async () => {
    expect(await runProgram(key)).toEqual({
      code: 2,
      out: '',
      err: 'Usage: step 1|2|3|4|5|full|http [--id ID] [--help]\n',
    });
  });

  test('a setting that is wrong', async () => {
    const { code, out, err } = await runProgram('1', { env: { DOCSPACE_URL: key } });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^Error: DOCSPACE_URL is not an http: or https: address\.\nHint: [^\n]+\n$/u);
    expect(err).not.toContain(key);
  });

  test('an id and a base URL that the DocSpace client refuses', async () => {
    const id = await ask('https://portal.example.com', '2', '--id=..');
    expect(id.code).toBe(2);
    expect(id.err).toMatch(/^Error: invalid_input: The client id "\.\." [^\n]+\nHint: [^\n]+\n$/u);
    const url = await ask('https://user:word@portal.example.com', '1');
    expect(url.code).toBe(2);
    expect(url.err).toMatch(
      /^Error: invalid_input: DOCSPACE_URL has user information[^\n]+\nHint: [^\n]+\n$/u,
    );
  });
});

describe('a call that fails is a sentence with status and hint, and exit code 1', () => {
  test.each([
    { name: '2', status: 404, code: 'not_found', hint: 'Step 1 lists the ids that there are.' },
    {
      name: '3',
      status: 403,
      code: 'forbidden',
      hint: 'The details are for administrators and for the user who created the client.',
    },
    { name: '4', status: 500, code: 'server_error', hint: 'Try again later.' },
  ])('step $name and status $status', async ({ name, status, code, hint }) => {
    const server = await startServer(() =>
      json(status, { title: 'No', status, detail: `for Bearer ${key}` }),
    );
    const ended = await ask(server.url, name, '--id', 'some-id');
    expect(ended.code).toBe(1);
    expect(ended.err).toMatch(new RegExp(`^Error: ${code}, status ${status}: [^\n]+\nHint: ${hint}\n$`, 'u'));
    expect(ended.out).toMatch(new RegExp(`^GET http:\\S+/some-id\\S* {2}${status} {2}\\d+ ms$`, 'mu'));
    expect(ended.out + ended.err).not.toContain(key);
  });

  test('step 1 says when to try again after a rate limit', async () => {
    const server = await startServer(() => json(429, {}, { 'retry-after': '90' }));
    const { code, err } = await ask(server.url, '1');
    expect(code).toBe(1);
    expect(err).toMatch(/^Error: rate_limited, status 429: [^\n]+\nHint: Try again in 90 s\.\n$/u);
  });

  test('the plain HTTP client leaves a status to the program', async () => {
    const server = await startServer(() => json(403, {}));
    const { code, err } = await ask(server.url, 'http');
    expect(code).toBe(1);
    expect(err).toBe('Error: The server answered with status 403.\nHint: Step 1 tells what that means.\n');
  });

  test('a connection that breaks off has no status', async () => {
    const server = await startServer(() => reset);
    const { code, out, err } = await ask(server.url, '5', '--id', 'some-id');
    expect(code).toBe(1);
    expect(err).toMatch(/^Error: network: [^\n]+\nHint: [^\n]+\n$/u);
    expect(out).toMatch(/^GET \S+ {2}no answer {2}\d+ ms$/mu);
  });

  test('an unknown id among several is named, and the others are shown', async () => {
    const mock = await startMock();
    onTestFinished(() => mock.close());
    const known = 'c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831';
    const { code, out, err } = await ask(mock.url, '5', '--id', known, '--id', unknown);
    expect(code).toBe(1);
    expect(out).toContain(`"client_id": "${known}"`);
    expect(err).toBe(`Error: No client has the id ${unknown}.\nHint: Step 1 lists the ids that there are.\n`);
  });

  test('without --id and without any client there is nothing to ask for, and the full example ends after its list', async () => {
    const server = await startServer(() => json(200, []));
    expect(await ask(server.url, '3')).toMatchObject({
      code: 1,
      err: 'Error: The portal lists no client, so there is none to ask for.\nHint: Name one with --id.\n',
    });
    expect(await ask(server.url, 'full')).toMatchObject({ code: 0, err: '' });
  });
});

test('what a server sends is printed without control characters and without the API key', async () => {
  const name = `Good\u001B[2J\u0007\r\nBad\u202Eevil ${key}`;
  const server = await startServer(() => json(200, [{ id: 'some-id', client_id: 'some-id', name }]));
  const { code, out } = await ask(server.url, 'full');
  expect(code).toBe(1); // The server answers with the list whatever it is asked for.
  expect(out).toContain('some-id  Good Bad evil ••••\n');
  // oxlint-disable-next-line no-control-regex -- control characters are what this test is about
  expect(out).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u);
});

test.each([
  { name: '--help', words: ['Usage: step 1|2|3|4|5|full|http'] },
  { name: '2', words: ['--id ID', 'DOCSPACE_URL', 'DOCSPACE_API_KEY', 'DOCSPACE_DIALECT'] },
])('step $name --help prints its help and starts nothing', async ({ name, words }) => {
  const { code, out, err } = await runProgram(name, { args: ['--help'], env: { DOCSPACE_URL: 'nonsense' } });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  for (const word of words) expect(out).toContain(word);
});

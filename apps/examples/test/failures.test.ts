import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { programs, runProgram, type Ended } from './run-program.ts';
import { startJsonStub, startStub } from './stub-server.ts';

const key = 'sk-0123456789abcdef';

async function list(env: Record<string, string>, ...args: string[]): Promise<Ended> {
  return runProgram('step-1-list-clients', { args, env });
}

async function ask(url: string, ...args: string[]): Promise<Ended> {
  const env = { DOCSPACE_URL: url, DOCSPACE_API_KEY: key };
  return runProgram('step-2-get-client', { args: ['--id', 'some-id', ...args], env });
}

describe('wrong usage is a sentence, a hint and code 2', () => {
  test.each([
    { args: ['--jsno'], error: "Unknown option '--jsno'." },
    { args: ['--id', 'x'], error: "Unknown option '--id'." },
    { args: ['x'], error: "Unexpected argument 'x'." },
    { args: ['--json=yes'], error: "Option '--json' does not take an argument." },
  ])('arguments $args', async ({ args, error }) => {
    const expected = { code: 2, out: '', err: `Error: ${error}\nHint: --help lists the options.\n` };
    expect(await list({}, ...args)).toEqual(expected);
  });

  test('one id too many, for a program that takes one', async () => {
    const { code, err } = await ask('https://portal.example.com', '--id', 'another');
    expect({ code, err }).toEqual({
      code: 2,
      err: 'Error: --id is given more than once.\nHint: --help lists the options.\n',
    });
  });

  test.each([
    {
      env: { DOCSPACE_URL: 'https://portal.example.com' },
      error: 'DOCSPACE_API_KEY is not set, and the portal of DOCSPACE_URL asks for a key.',
    },
    {
      env: { DOCSPACE_URL: 'portal.example.com', DOCSPACE_API_KEY: key },
      error:
        'DOCSPACE_URL has no scheme: "portal.example.com".\nHint: Did you mean https://portal.example.com?',
    },
    {
      env: { DOCSPACE_URL: 'localhost:4010', DOCSPACE_API_KEY: key },
      error: 'DOCSPACE_URL has no scheme: "localhost:4010".\nHint: Did you mean http://localhost:4010?',
    },
    { env: { DOCSPACE_URL: 'ftp://x.example' }, error: 'DOCSPACE_URL is not an http: or https: address.' },
    { env: { DOCSPACE_URL: 'https://' }, error: 'DOCSPACE_URL is not an http: or https: address.' },
    {
      env: { DOCSPACE_DIALECT: 'klingon' },
      error: 'DOCSPACE_DIALECT names no dialect that these programs know.',
    },
    {
      env: { DOCSPACE_URL: 'https://user:word@portal.example.com', DOCSPACE_API_KEY: key },
      error: 'invalid_input: DOCSPACE_URL has user information, a query or a fragment.',
    },
    {
      env: { DOCSPACE_URL: 'https://portal.example.com', DOCSPACE_API_KEY: 'two words' },
      error: 'invalid_input: DOCSPACE_API_KEY is not a string of visible ASCII characters.',
    },
  ])('settings $env', async ({ env, error }) => {
    const { code, out, err } = await list(env);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`Error: ${error}\n`);
    expect(err).toMatch(/^Hint: ./mu);
    expect(err).not.toContain('    at ');
  });

  test('a key in the place of the address is not repeated', async () => {
    const { code, out, err } = await list({ DOCSPACE_URL: key, DOCSPACE_API_KEY: key });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toContain(key);
  });

  test.each(['', '.', '..', 'a/b', 'a\nb'])('the id %j', async (id) => {
    const env = { DOCSPACE_URL: 'https://portal.example.com', DOCSPACE_API_KEY: key };
    const { code, err } = await runProgram('step-2-get-client', { args: [`--id=${id}`], env });
    expect(code).toBe(2);
    expect(err).toMatch(/^Error: invalid_input: .*\n(?:Hint: .*\n)?$/u);
  });
});

describe('a call that fails is a sentence with status and hint, no stack, and code 1', () => {
  function expectFailure({ code, err }: Ended, start: string): void {
    expect(err).toContain(`Error: ${start}`);
    expect(err).toMatch(/^Error: [^\n]+\nHint: [^\n]+\n$/u);
    expect(err).not.toContain(key);
    expect(code).toBe(1);
  }

  test.each([
    { status: 401, start: 'unauthorized, status 401: ' },
    { status: 403, start: 'forbidden, status 403: ' },
    { status: 404, start: 'not_found, status 404: ' },
    { status: 500, start: 'server_error, status 500: ' },
  ])('status $status', async ({ status, start }) => {
    await using server = await startJsonStub({ title: 'No', status, detail: `for Bearer ${key}` }, status);
    const ended = await ask(server.url);
    expectFailure(ended, start);
    expect(ended.out).toMatch(new RegExp(`^GET /api/2\\.0/clients/some-id {2}${status} {2}\\d+ ms$`, 'mu'));
    expect(ended.out).not.toContain(key);
  });

  test('with --json nothing is on stdout', async () => {
    await using server = await startJsonStub({}, 404);
    const ended = await ask(server.url, '--json');
    expectFailure(ended, 'not_found, status 404: ');
    expect(ended.out).toBe('');
  });

  test('an HTML page in place of JSON', async () => {
    await using server = await startStub((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Maintenance</h1>');
    });
    const { code, err } = await ask(server.url);
    expect(err).toMatch(/^Error: unexpected_response/u);
    expect(code).toBe(1);
  });

  test('a host that does not answer', async () => {
    const server = await startJsonStub({});
    await server[Symbol.asyncDispose]();
    const ended = await ask(server.url);
    expectFailure(ended, 'network: ');
    expect(ended.out).toMatch(/^GET \/api\/2\.0\/clients\/some-id {2}no answer {2}\d+ ms$/mu);
  });

  test('a first listed client where there is none', async () => {
    await using server = await startJsonStub([]);
    const env = { DOCSPACE_URL: server.url, DOCSPACE_API_KEY: key };
    expectFailure(await runProgram('step-3-get-client-info', { env }), 'The portal lists no client');
    const full = await runProgram('full-example', { env });
    expect(full).toMatchObject({ code: 0, err: '' });
    expect(full.out).toContain('0 clients');
  });
});

test('what a server sends neither moves the cursor nor colours the terminal', async () => {
  const name = 'Good\u001B[2J\u001B]0;owned\u0007\r\nBad\u202Eevil\u009B31m\u0000';
  await using server = await startJsonStub({
    id: 'some-id',
    client_id: 'some-id',
    name,
    [`x${name}`]: [name],
  });
  const plain = await ask(server.url);
  expect(plain.code).toBe(0);
  expect(plain.out).toMatch(/^name +Good Bad evil/mu);
  // oxlint-disable-next-line no-control-regex -- control characters are what this test is about
  const obeyed = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u;
  expect(plain.out).not.toMatch(obeyed);
  const json = await ask(server.url, '--json');
  expect(json.out).not.toMatch(obeyed);
  expect(JSON.parse(json.out)).toHaveProperty('name', name);
});

test('a key that the server sends back is masked', async () => {
  await using server = await startJsonStub({ id: 'some-id', client_id: 'some-id', name: `it was ${key}` });
  for (const args of [[], ['--json']]) {
    const { out } = await ask(server.url, ...args);
    expect(out).toContain('it was ••••');
    expect(out).not.toContain(key);
  }
});

test('settings may stand in .env, and the environment beats them', async () => {
  await using server = await startJsonStub([]);
  const cwd = await mkdtemp(join(tmpdir(), 'examples-env-'));
  await writeFile(join(cwd, '.env'), `\uFEFFDOCSPACE_URL=${server.url}\r\nDOCSPACE_API_KEY="${key}"\r\n`);
  const fromFile = await runProgram('step-1-list-clients', { cwd, args: ['--json'] });
  expect(fromFile).toEqual({ code: 0, out: '[]\n', err: '' });
  const beaten = await runProgram('step-1-list-clients', {
    cwd,
    env: { DOCSPACE_URL: 'portal.example.com' },
  });
  expect(beaten.code).toBe(2);
  await rm(cwd, { recursive: true });
});

test.each(programs)('%s has a --help that starts nothing', async (program) => {
  const { code, out, err } = await runProgram(program, {
    args: ['--help'],
    env: { DOCSPACE_URL: 'nonsense' },
  });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  for (const word of ['--json', '--show-secrets', 'DOCSPACE_URL', 'DOCSPACE_API_KEY', 'DOCSPACE_DIALECT']) {
    expect(out).toContain(word);
  }
  expect(out.includes('--id')).toBe(/^step-[2-5]/u.test(program));
});

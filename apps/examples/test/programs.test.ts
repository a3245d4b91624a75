import { readFile } from 'node:fs/promises';

import { dialects, documentPath, startPrism, type PrismProcess } from '@docspace-oauth/mock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { runProgram, stepPrograms, type Ended, type Program } from './run-program.ts';

function firstOf(clients: unknown): { client_id: unknown; name: unknown } {
  const first: unknown = Array.isArray(clients) ? clients[0] : undefined;
  if (typeof first === 'object' && first !== null && 'client_id' in first && 'name' in first) return first;
  throw new TypeError('This is no list of clients', { cause: clients });
}

describe.each(dialects)('against a server that speaks %s', (dialect) => {
  let server: PrismProcess;
  let contract = '';
  beforeAll(async () => {
    server = await startPrism({ document: documentPath(dialect) });
    contract = await readFile(documentPath(dialect), 'utf8');
  });
  afterAll(async () => server.close());

  async function run(program: Program, ...args: string[]): Promise<Ended> {
    const env = { DOCSPACE_URL: server.url, DOCSPACE_API_KEY: 'sk-some-key', DOCSPACE_DIALECT: dialect };
    return runProgram(program, { args, env });
  }

  async function json(program: Program, ...args: string[]): Promise<unknown> {
    const { code, out, err } = await run(program, '--json', ...args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    return JSON.parse(out);
  }

  /** The client secrets in clear that the contract's own examples hold. */
  function secrets(): string[] {
    return [...contract.matchAll(/"client_secret":\s*"([^"]{20,})"/gu)].map(([, secret = '']) => secret);
  }

  test.each(stepPrograms)('%s shows step, requests and data', async (program) => {
    const { code, out, err } = await run(program);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [, title, ...lines] = out.split('\n');
    expect(title).toMatch(new RegExp(`^Step ${program[5]}: Retrieve `, 'u'));
    const end = lines.indexOf('');
    for (const line of lines.slice(0, end)) expect(line).toMatch(/^GET \/api\/2\.0\/\S+ {2}200 {2}\d+ ms$/u);
    expect(end).toBeGreaterThan(0);
    expect(out).toMatch(/^client_id /mu);
  });

  test('without DOCSPACE_DIALECT the server is asked for its dialect', async () => {
    const env = { DOCSPACE_URL: server.url, DOCSPACE_API_KEY: 'sk-some-key', DOCSPACE_DIALECT: '' };
    const { code, out, err } = await runProgram('step-1-list-clients', { env });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const status = dialect === 'portal' ? 200 : 404;
    expect(out).toMatch(new RegExp(`^GET /api/2\\.0/security/oauth2/token {2}${status} {2}\\d+ ms$`, 'mu'));
  });

  test('full-example makes the five calls in the order of the guide', async () => {
    const { out } = await run('full-example');
    const titles = out.split('\n').filter((line) => line.startsWith('Step '));
    expect(titles.map((title) => title.slice(0, 6))).toEqual([
      'Step 1',
      'Step 2',
      'Step 3',
      'Step 4',
      'Step 5',
    ]);
  });

  test('--json prints the data alone, for one client and for several', async () => {
    const clients = await json('step-1-list-clients');
    const { client_id, name } = firstOf(clients);
    expect(client_id).toBeTypeOf('string');
    for (const program of stepPrograms.slice(1, 4)) {
      expect(await json(program)).toMatchObject({ client_id, name });
    }
    expect(await json('step-5-get-clients-info')).toMatchObject([{ client_id, name }]);
    const all = await json('full-example');
    expect(all).toMatchObject({
      getClients: clients,
      getClient: { client_id },
      getClientInfo: { client_id },
    });
    expect(all).toMatchObject({ getPublicClientInfo: { client_id }, getClientsInfo: [{ client_id }] });
  });

  test('a logo is its type and size for people, and whole in JSON', async () => {
    const { out } = await run('step-2-get-client');
    expect(out).toMatch(/^logo +image\/[\w+]+, [\d.]+ k?B$/mu);
    expect(await json('step-2-get-client')).toHaveProperty('logo', expect.stringMatching(/^data:image\//u));
  });

  test('no secret is printed unless it is asked for', async () => {
    expect(secrets()).not.toEqual([]);
    for (const args of [[], ['--json']]) {
      const { out } = await run('full-example', ...args);
      expect(out).toContain('••••');
      for (const secret of secrets()) expect(out).not.toContain(secret);
    }
    for (const args of [[], ['--json']]) {
      const { out } = await run('full-example', '--show-secrets', ...args);
      expect(out).not.toContain('••••');
      expect(secrets().some((secret) => out.includes(secret))).toBe(true);
    }
  });

  test('an unknown id among several is told, and the others are shown', async () => {
    const { out } = await run('step-5-get-clients-info', '--json');
    const known = String(firstOf(JSON.parse(out)).client_id);
    const unknown = '00000000-0000-4000-8000-000000000000';
    const run5 = await run('step-5-get-clients-info', '--json', '--id', known, '--id', unknown);
    expect(JSON.parse(run5.out)).toMatchObject([{ client_id: known }]);
    expect(run5.err).toBe(
      `Error: No client has the id ${unknown}.\nHint: Step 1 lists the ids that there are.\n`,
    );
    expect(run5.code).toBe(1);
  });

  test('without a terminal nothing is coloured, whatever NO_COLOR says', async () => {
    const { out } = await run('full-example');
    expect(out).not.toContain('\u001B');
  });
});

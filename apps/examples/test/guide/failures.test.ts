import { readFile } from 'node:fs/promises';

import { startMock } from '@docspace-oauth/mock';
import { apiKey as key, makeClients, pageOf, startPortal } from '@docspace-oauth/testing/portal';
import { json, reset, startServer, text, type Reply } from '@docspace-oauth/testing/server';
import { describe, expect, onTestFinished, test } from 'vitest';

import { pageUrl } from '../../guide/page.ts';
import type { Ended } from '../../guide/run.ts';
import { plainPrograms, portalPrograms, programsOf, valueOf, type Program } from './programs.ts';

const page = await readFile(pageUrl('retrieve-oauth2-client-information.md'), 'utf8');
const session = { 'set-cookie': 'JSESSIONID=0123456789ABCDEF; Path=/; HttpOnly' };
const left = { 'x-ratelimit-remaining': '199', 'x-ratelimit-reset': '0' };
const html = { 'content-type': 'text/html' };

async function onMock({ start }: Program, scenario: string, apiKey: string = 'admin-1'): Promise<Ended> {
  const mock = await startMock({ dialect: 'portal', scenario });
  onTestFinished(() => mock.close());
  return start(mock.url, apiKey);
}

/** The status and the meaning in the one sentence that a program ends with. */
function failureIn({ code, out, err }: Ended): { code: number | null; status: number; meaning: string } {
  const [, status, meaning = err] = /^Error: GET \/api\/2\.0\/\S+: (\d+), ([^\n]*)\.\n$/u.exec(err) ?? [];
  expect(out).toBe('');
  return { code, status: Number(status), meaning };
}

/** What the tables of the page explain. */
const explained = new Set(page.split('\n').flatMap((line) => line.split('|').map((cell) => cell.trim())));

describe.each(programsOf(...plainPrograms))('$file says in one sentence what a failure means', (program) => {
  test.each([
    { apiKey: 'expired-1', status: 401, meaning: 'the API key is unknown, expired or disabled' },
    {
      apiKey: 'restricted-1',
      status: 403,
      meaning: 'the API key is Restricted: make one with All or Read only',
    },
    {
      apiKey: 'guest-1',
      status: 403,
      meaning: 'guests may not read clients, nor may users without developer tools',
    },
    {
      apiKey: 'closed-1',
      status: 403,
      meaning: 'guests may not read clients, nor may users without developer tools',
    },
  ])('the key $apiKey', async ({ apiKey, status, meaning }) => {
    expect(failureIn(await onMock(program, 'normal', apiKey))).toEqual({ code: 1, status, meaning });
    expect(explained).toContain(meaning);
  });

  test.each([
    ['suspended', 404, 'the portal is suspended'],
    ['restoring', 403, 'the portal is being restored, or does not admit your IP address'],
    ['ip-not-allowed', 403, 'the portal is being restored, or does not admit your IP address'],
    ['unpaid', 402, 'the portal is not paid for'],
    ['old-portal', 404, 'this is not a portal, or it is older than DocSpace 3.1'],
    ['unknown-host', 500, 'the portal failed: try later'],
    ['dotnet-down', 502, 'the portal failed: try later'],
    ['redis-down', 504, 'the portal failed: try later'],
    ['redis-down-direct', 403, 'a character of the id is refused, or a part of the portal is down'],
  ])('a portal that is %s', async (scenario, status, meaning) => {
    expect(failureIn(await onMock(program, scenario))).toEqual({ code: 1, status, meaning });
    expect(explained).toContain(meaning);
  });

  const answers: [string, number, Reply, string][] = [
    ['a refused token', 403, text(403, ''), 'the token is refused'],
    [
      'a path that is not served',
      403,
      text(403, '', { ...left, ...session }),
      'there is no such path, or a proxy lost the token',
    ],
    ['a firewall', 403, text(403, '<p>No', html), 'a page of something in front of the portal'],
    [
      'a redirect',
      302,
      text(302, '', { location: 'https://example.com/' }),
      'a redirect: check DOCSPACE_URL',
    ],
    [
      'an unknown client',
      404,
      json(404, { title: 'Not Found' }),
      'there is no such client, or you may not see it',
    ],
    ['a wrong value', 400, json(400, { title: 'Bad Request' }), 'a value in the request is not allowed'],
  ];
  test.each(answers)('%s', async (_, status, reply, meaning) => {
    const portal = await startPortal(() => reply);
    expect(failureIn(await program.start(portal.url, key))).toEqual({ code: 1, status, meaning });
    expect(explained).toContain(meaning);
    // One token for the run, and a second one only if the first was refused.
    expect(portal.tokens).toHaveLength(meaning === 'the token is refused' ? 2 : 1);
  });

  test.each([
    ['the answer is not JSON', text(200, '<p>{"client_secret":"hush"')],
    ['the answer has no token', json(200, [])],
  ])('%s', async (meaning, reply) => {
    const server = await startServer(() => reply);
    const { code, err } = await program.start(server.url);
    expect(code).toBe(1);
    expect(err).toMatch(new RegExp(`^Error: GET [^\\n]*${meaning}\\.\\n$`, 'u'));
  });
});

describe.each(programsOf(...portalPrograms))('$file', ({ start }) => {
  test('renews a token that is refused in the middle of the list', async () => {
    const clients = makeClients(120);
    let pages = 0;
    const portal = await startPortal(({ path }, { tokens }) => {
      if (!path.includes('limit=')) return json(200, clients[0]);
      // After the first page the portal knows no token that it has issued.
      if (++pages === 1) tokens.push('of somebody else');
      return pageOf(clients, path);
    });
    const ended = await start(portal.url, key);
    expect({ code: ended.code, err: ended.err }).toEqual({ code: 0, err: '' });
    expect((valueOf(ended, 1) as unknown[]).length).toBe(120);
    expect(portal.tokens).toHaveLength(3);
  });

  test('sends GET only, the key to the token endpoint only, no cookie, and no credential for public information', async () => {
    const clients = makeClients(3);
    const methods = new Set<string | undefined>();
    const portal = await startPortal(({ path }) => (response, request) => {
      methods.add(request.method);
      const reply = path.includes('limit=') ? pageOf(clients, path) : json(200, clients[0], session);
      reply(response, request);
    });
    expect((await start(portal.url, key)).code).toBe(0);
    expect([...methods]).toEqual(['GET']);
    for (const { path, headers } of portal.requests) {
      expect(headers.authorization).toBe(path.endsWith('/token') ? `Bearer ${key}` : undefined);
      expect(headers.cookie).toBeUndefined();
      expect('x-signature' in headers).toBe(!path.endsWith('/token') && !path.endsWith('/public/info'));
    }
    expect(portal.paths().filter((path) => path.endsWith('/public/info'))).toHaveLength(1);
  });

  test('prints no secret, no long text and no character that a terminal obeys', async () => {
    const [client] = makeClients(1);
    const hostile = {
      ...client,
      client_secret: 'hush-hush-hush',
      name: 'Good\u001B[2J\u0007Bad\u202Eevil \u009B31m 漢\uD83D\uDE00',
      logo: `data:image/png;base64,${'A'.repeat(1000)}`,
    };
    const portal = await startPortal(({ path }) =>
      path.includes('limit=')
        ? json(200, { data: [hostile], limit: 50, last_client_id: null, last_created_on: null })
        : json(200, hostile),
    );
    const { code, out } = await start(portal.url, key);
    expect(code).toBe(0);
    expect(out).not.toMatch(/hush|A{50}|[^\n -~]/u);
    expect(out).not.toContain(key);
  });

  test.each([
    { settings: 'nothing', url: '', apiKey: '' },
    { settings: 'a blank key', url: 'http://127.0.0.1:9', apiKey: ' ' },
    { settings: 'a key with a line break', url: 'http://127.0.0.1:9', apiKey: 'sk-0\nX: y' },
    { settings: 'a key in other letters', url: 'http://127.0.0.1:9', apiKey: 'ключ' },
    { settings: 'no address', url: '127.0.0.1:9', apiKey: 'sk-0' },
    { settings: 'an address with a password', url: 'http://user:word@127.0.0.1:9', apiKey: 'sk-0' },
  ])('with $settings it ends with one sentence and code 2, and shows neither', async ({ url, apiKey }) => {
    const { code, out, err } = await start(url, apiKey);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).not.toMatch(/sk-0|ключ|word@/u);
  });

  test('a server that breaks off, and one that does not listen, end the program with a sentence', async () => {
    const server = await startServer(() => reset);
    const gone = await startMock();
    await gone.close();
    for (const url of [server.url, gone.url]) {
      const { code, out, err } = await start(url);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toMatch(/^Error: [^\n]+\n$/u);
      expect(err).not.toContain('admin-1');
    }
  });
});

test.each(programsOf('guide-fetch.mjs', 'guide.py'))(
  '$file says that a portal wants a token',
  async (program) => {
    const { code, err } = await onMock(program, 'normal');
    expect(code).toBe(1);
    expect(err.trim()).toBe('Error: GET /api/2.0/clients: 403. A portal wants a token, not the key.');
  },
);

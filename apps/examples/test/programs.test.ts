import { createDocSpaceClient, type ClientInfo } from '@docspace-oauth/api';
import { startMock, type Mock } from '@docspace-oauth/mock';
import { dialects } from '@docspace-oauth/openapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { runProgram, type Ended } from './run-program.ts';

describe.each(dialects)('against a server of the %s dialect', (dialect) => {
  let mock: Mock;
  let first: ClientInfo;
  let secret: string;
  beforeAll(async () => {
    mock = await startMock({ dialect });
    const docspace = createDocSpaceClient({ baseUrl: mock.url, apiKey: 'admin-1', dialect });
    const { clients } = await docspace.getClients();
    const id = clients[0]?.client_id ?? '';
    first = await docspace.getClientInfo(id);
    secret = { ...(await docspace.getClient(id)), ...first }.client_secret ?? '';
    if (secret.length < 20) throw new TypeError('The mock gives no secret to look for');
  });
  afterAll(async () => mock.close());

  async function run(name: string, ...args: string[]): Promise<Ended> {
    const env = { DOCSPACE_URL: mock.url, DOCSPACE_API_KEY: 'admin-1', DOCSPACE_DIALECT: dialect };
    return runProgram(name, { args, env });
  }

  test.each(['1', '2', '3', '4', '5'])(
    'step %s prints its title, each request and the data',
    async (name) => {
      const { code, out, err } = await run(name);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      const [, title, ...lines] = out.split('\n');
      expect(title).toMatch(new RegExp(`^Step ${name}: Retrieve `, 'u'));
      const requests = lines.filter((line) => line.startsWith('GET '));
      expect(requests.length).toBeGreaterThan(0);
      for (const line of requests) expect(line).toMatch(/^GET http:\S+\/api\/2\.0\/\S+ {2}200 {2}\d+ ms$/u);
      expect(out).toContain(first.client_id);
      expect(out).toContain(first.name);
    },
  );

  test('the full example prints the five steps in order, with the secret and the logo hidden', async () => {
    const { code, out, err } = await run('full');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const titles = out.split('\n').filter((line) => line.startsWith('Step '));
    expect(titles.map((title) => title.slice(0, 6))).toEqual([
      'Step 1',
      'Step 2',
      'Step 3',
      'Step 4',
      'Step 5',
    ]);
    expect(out).toContain('"client_secret": "••••"');
    expect(out).not.toContain(secret);
    expect(out).toMatch(/^ +"logo": "image\/[\w+]+, [\d.]+ k?B",?$/mu);
    expect(out).not.toContain('base64');
    expect(out).not.toContain('\u001B');
  });

  test('the plain HTTP client prints the body as the server sends it, with the secret and the logo hidden', async () => {
    const { code, out, err } = await run('http');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^GET http:\S+\/api\/2\.0\/clients {2}200 {2}\d+ ms$/mu);
    const body: unknown = JSON.parse(out.slice(out.search(/^[[{]/mu)));
    const listed = [{ name: first.name }, {}, {}, {}, {}, {}, {}];
    expect(body).toMatchObject(dialect === 'guide' ? { response: listed } : { data: listed });
    expect(out).not.toContain('base64');
    expect(out.includes('"client_secret": "••••"')).toBe(dialect === 'portal');
  });
});

import { createDocSpaceClient } from '@docspace-oauth/api';
import { startMock, type Mock } from '@docspace-oauth/mock';
import { dialects } from '@docspace-oauth/openapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { runCommand, type Ended } from './run-command.ts';

describe.each(dialects)('show in the %s dialect', (dialect) => {
  let mock: Mock;
  let id: string;
  let secret: string;
  let fields: Set<string>;
  beforeAll(async () => {
    mock = await startMock({ dialect });
    const docspace = createDocSpaceClient({ baseUrl: mock.url, apiKey: 'admin-1', dialect });
    const { clients } = await docspace.getClients();
    id = clients[0]?.client_id ?? '';
    const [client, info] = [await docspace.getClient(id), await docspace.getClientInfo(id)];
    const full = { ...client, ...info };
    fields = new Set(Object.keys(full));
    secret = full.client_secret ?? '';
    if (secret.length < 20) throw new TypeError('The mock gives no secret to look for');
  });
  afterAll(async () => mock.close());

  async function show(...args: string[]): Promise<Ended> {
    return runCommand(['show', ...args], {
      DOCSPACE_URL: mock.url,
      DOCSPACE_API_KEY: 'admin-1',
      DOCSPACE_DIALECT: dialect,
    });
  }

  test('prints each field that the record or the details have, the secret hidden', async () => {
    const { code, out, err } = await show(id);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const names = out.split('\n').flatMap((line) => /^\S+/u.exec(line) ?? []);
    expect(new Set(names)).toEqual(fields);
    expect(out).toMatch(new RegExp(`^client_id +${id}$`, 'mu'));
    expect(out).toMatch(/^client_secret +••••$/mu);
    expect(out).not.toContain(secret);
  });

  test('with --json prints the same fields as JSON, the secret hidden', async () => {
    const { code, out, err } = await show(id, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(new Set(Object.keys(JSON.parse(out) as object))).toEqual(fields);
    expect(JSON.parse(out)).toMatchObject({ client_id: id, client_secret: '••••' });
  });

  test('with --show-secrets prints the secret in clear', async () => {
    expect((await show(id, '--show-secrets')).out).toMatch(new RegExp(`^client_secret +${secret}$`, 'mu'));
    expect(JSON.parse((await show(id, '--show-secrets', '--json')).out)).toHaveProperty(
      'client_secret',
      secret,
    );
  });

  test('a logo is its type and size in the list of fields, and whole in JSON', async () => {
    expect((await show(id)).out).toMatch(/^logo +image\/[\w+]+, [\d.]+ k?B$/mu);
    expect(JSON.parse((await show(id, '--json')).out)).toHaveProperty(
      'logo',
      expect.stringMatching(/^data:image\//u),
    );
  });

  test('an unknown id is a sentence with status and hint, and exit code 1', async () => {
    const { code, out, err } = await show('00000000-0000-4000-8000-000000000000');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^Error: not_found, status 404: [^\n]+\nHint: [^\n]+\n$/u);
  });
});

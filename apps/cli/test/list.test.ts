import { createDocSpaceClient, type Client } from '@docspace-oauth/api';
import { startMock, type Mock } from '@docspace-oauth/mock';
import { dialects } from '@docspace-oauth/openapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { listColumns } from '../src/list-columns.ts';
import { runCommand, type Ended } from './run-command.ts';

describe.each(dialects)('list in the %s dialect', (dialect) => {
  let mock: Mock;
  let first: Client;
  beforeAll(async () => {
    mock = await startMock({ dialect, clients: 113 });
    const docspace = createDocSpaceClient({ baseUrl: mock.url, apiKey: 'admin-1', dialect });
    const { clients } = await docspace.getClients();
    const [client] = clients;
    if (client === undefined) throw new TypeError('The mock has no clients');
    first = client;
  });
  afterAll(async () => mock.close());

  async function list(...args: string[]): Promise<Ended> {
    return runCommand(['list', ...args], {
      DOCSPACE_URL: mock.url,
      DOCSPACE_API_KEY: 'admin-1',
      DOCSPACE_DIALECT: dialect,
    });
  }

  test('prints every client as a row beneath the columns, and their number', async () => {
    const { code, out, err } = await list();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [heading = '', rule = '', ...rest] = out.split('\n');
    expect(heading.split(/ +/u)).toEqual(listColumns);
    expect(rule).toMatch(/^[- ]+$/u);
    expect(rest.slice(-3)).toEqual(['', '120 clients', '']);
    expect(rest[0]).toMatch(new RegExp(`^${first.client_id}  `, 'u'));
    expect(rest.slice(0, -3)).toHaveLength(120);
    expect(new Set(rest.slice(0, -3)).size).toBe(120);
  });

  test('with --json prints every client with all its fields, and no secret', async () => {
    const { code, out, err } = await list('--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const clients = JSON.parse(out) as Client[];
    expect(clients).toHaveLength(120);
    expect(Object.keys(clients[0] ?? {})).toEqual(Object.keys(first));
    for (const client of clients) expect(client.client_secret).toBe(first.client_secret && '••••');
  });

  test('is an empty table and no failure where there are no clients', async () => {
    await mock.setScenario('empty');
    expect(await list()).toEqual({ code: 0, out: '0 clients\n', err: '' });
    expect(await list('--json')).toEqual({ code: 0, out: '[]\n', err: '' });
    await mock.reset();
  });

  test('has no --show-secrets', async () => {
    expect(await list('--show-secrets')).toEqual({
      code: 2,
      out: '',
      err: "Error: Unknown option '--show-secrets'.\nHint: --help lists the options.\n",
    });
  });
});

import type { Dialect } from '@docspace-oauth/openapi';
import { dialects } from '@docspace-oauth/openapi';
import { readDocument } from '@docspace-oauth/openapi/node';
import { startMock } from '@docspace-oauth/mock';
import { beforeAll, describe, expect, test } from 'vitest';
import { startPrism } from '../src/prism.ts';
import { createComparison } from './compare.ts';
import { deviations } from './deviations.ts';
import type { Caller, Probe } from './probes.ts';
import { probesOf } from './probes.ts';

type Credentials = Readonly<Record<Caller, Readonly<Record<string, string>>>>;

async function tokenOf(url: string, key: string): Promise<string> {
  const headers = { authorization: `Bearer ${key}` };
  const response = await fetch(`${url}/api/2.0/security/oauth2/token`, { headers });
  return ((await response.json()) as { response: string }).response;
}

/** The credentials of each caller. Prism checks no token, so it gets those of the mock. */
async function credentialsFor(dialect: Dialect, mockUrl: string): Promise<Credentials> {
  const of = async (key: string): Promise<Record<string, string>> => ({
    authorization: `Bearer ${key}`,
    ...(dialect === 'portal' && { 'x-signature': await tokenOf(mockUrl, key) }),
  });
  return {
    'an administrator': await of('admin-1'),
    'a guest': await of('guest-1'),
    nobody: {},
    'an invalid credential': { authorization: 'Basic YTpi', 'x-signature': 'not-a-token' },
  };
}

/** Sends every request to both servers and gives what differs, in the form of the table. */
async function observe(dialect: Dialect): Promise<string[]> {
  const document = await readDocument(dialect);
  const [mock, prism] = await Promise.all([startMock({ dialect }), startPrism(document)]);
  try {
    const credentials = await credentialsFor(dialect, mock.url);
    const send = (url: string, { method, target, caller, headers }: Probe): Promise<Response> =>
      fetch(url + target, { method, headers: { ...credentials[caller], ...headers } });
    const compare = createComparison(document);
    const operations = new Map<string, string[]>();
    for (const probe of probesOf(dialect, document)) {
      const difference = await compare(probe, await send(mock.url, probe), await send(prism.url, probe));
      if (!difference) continue;
      const row = `${probe.request} | ${difference.mock} | ${difference.prism}`;
      operations.set(row, [...(operations.get(row) ?? []), probe.operationId ?? 'no operation']);
    }
    return [...operations].map(([row, names]) => `${row} | ${names.join(' ')}`);
  } finally {
    await Promise.all([mock.close(), prism.close()]);
  }
}

describe.each(dialects)('the mock of the %s dialect beside plain Prism', (dialect) => {
  const listed = deviations[dialect].flatMap(({ rows }) => rows);
  let observed: string[];
  beforeAll(async () => {
    observed = await observe(dialect);
  });

  test('every difference is in the table of deviations', () => {
    expect(observed.filter((row) => !listed.includes(row))).toEqual([]);
  });

  test('every row of the table is still a difference', () => {
    expect(listed.filter((row) => !observed.includes(row))).toEqual([]);
  });
});

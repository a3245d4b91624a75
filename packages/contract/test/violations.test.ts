import { nodeFetch } from '@docspace-oauth/api/node';
import { expect, test } from 'vitest';
import { check } from '../src/check.ts';
import { record, says, without } from './faults/servers/changes.ts';
import { casesOf, checkByUrl } from './faults/servers/check-server.ts';

// What has to be found is planted in test/faults; this is about what is said of it.

const portal = { dialect: 'portal', mock: {} } as const;

test('a connection that breaks is a failed case, and the rest still runs', async () => {
  const change = says('getPublicClientInfo', () => {
    throw new Error('The connection breaks.');
  });
  const cases = casesOf('portal-public-anonymous', 'portal-info-public');
  const { checks, findings } = await checkByUrl(cases, portal, { change });
  expect(findings.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual([
    'no-response portal-public-anonymous',
  ]);
  expect(checks.find(({ id }) => id === 'portal-info-public')?.outcome).toBe('passed');
});

test('each finding has the line of its case and the pointer of its place', async () => {
  const change = record('getPublicClientInfo', (client) => ({ ...without(client, 'name'), enabled: 1 }));
  const { findings } = await checkByUrl(casesOf('portal-public-anonymous'), portal, { change });
  expect(findings.map(({ rule }) => rule)).toEqual(['schema', 'drift']);
  for (const { place } of findings) {
    expect(place).toMatchObject({ file: 'portal/getPublicClientInfo.yaml' });
    expect(place?.line).toBeGreaterThan(5);
  }
  expect(findings.find(({ rule }) => rule === 'drift')?.place?.pointer).toBe('/enabled');
});

test('drift is told and fails no case', async () => {
  const change = record('getPublicClientInfo', (client) => ({ ...client, more: 1 }));
  const { checks, findings } = await checkByUrl(casesOf('portal-public-anonymous'), portal, { change });
  expect(findings.map(({ rule, level }) => `${rule} ${level}`)).toEqual(['drift note']);
  expect(checks.map(({ outcome }) => outcome)).toEqual(['passed']);
});

test('a fetch of the caller is the way to the embedded mock too', async () => {
  const honest = nodeFetch();
  const report = await check({
    dialect: 'portal',
    include: ['portal-list-user-limit'],
    async fetch(url, init) {
      const response = await honest(url, init);
      const headers = Object.fromEntries(response.headers.entries());
      // Seconds where a portal says nanoseconds.
      if (response.status === 429) headers['x-ratelimit-reset'] = '1';
      return { status: response.status, headers, text: () => response.text() };
    },
  });
  expect(report.findings.map(({ subject }) => subject)).toEqual(['portal-list-user-limit']);
  expect(report.findings[0]?.message).toContain('expected nanoseconds');
});

test('a list that breaks off when it is asked for the second time is a violation, and no crash', async () => {
  let lists = 0;
  const change = says('getClients', () => {
    lists += 1;
    if (lists > 1) throw new Error('The connection breaks.');
    return {};
  });
  const cases = casesOf('portal-list-limit-plus', 'portal-list-order');
  const { findings } = await checkByUrl(cases, portal, { change });
  expect(findings.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual([
    'no-response portal-list-limit-plus',
  ]);
});

test('what a server writes reaches a terminal without its control characters, and not at any length', async () => {
  const change = record('getPublicClientInfo', (client) => ({
    ...client,
    ['\u001b[31m\u202ered' + 'x'.repeat(10_000)]: 1,
    client_id: '\u001b[31m',
  }));
  const { findings } = await checkByUrl(casesOf('portal-public-anonymous'), portal, { change });
  const texts = findings.flatMap(({ message, place }) => [message, place?.pointer ?? '']);
  expect(texts.length).toBeGreaterThan(3);
  // oxlint-disable-next-line no-control-regex -- they are what must not be there
  expect(texts.filter((text) => /[\u0000-\u001f\u202e]/u.test(text) || text.length > 400)).toEqual([]);
});

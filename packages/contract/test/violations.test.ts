import { nodeFetch } from '@docspace-oauth/api/node';
import { expect, test } from 'vitest';
import { check } from '../src/check.ts';
import type { Liar } from './lying-server.ts';
import { brokenRules, checkLiar } from './lying-server.ts';

type Fields = Record<string, unknown>;
const isPublic = (path: string): boolean => path.includes('/public');

function without(record: Fields, name: string): Fields {
  return Object.fromEntries(Object.entries(record).filter(([field]) => field !== name));
}

/** Replaces fields of the records of one operation. */
const withFields =
  (applies: (path: string) => boolean, change: (record: Fields) => Fields): Liar =>
  (path, body, status) =>
    status === 200 && applies(path) ? { text: JSON.stringify(change(body as Fields)) } : undefined;

// One lie for each rule; the suite of planted faults has many more.
test.each<[string, string, Liar]>([
  [
    'schema portal-public-anonymous',
    'portal-public-anonymous',
    withFields(isPublic, (record) => without(record, 'name')),
  ],
  [
    'secret-leak portal-public-anonymous',
    'portal-public-anonymous',
    withFields(isPublic, (record) => ({ ...record, client_secret: 'x' })),
  ],
  [
    'secret-leak portal-public-no-secret',
    'portal-public-no-secret',
    withFields(isPublic, (record) => ({ ...record, apiSecret: 'x' })),
  ],
  [
    'drift portal-public-anonymous',
    'portal-public-anonymous',
    withFields(isPublic, (record) => ({ ...record, more: 1 })),
  ],
  [
    'status-undeclared portal-public-anonymous',
    'portal-public-anonymous',
    (path) => (isPublic(path) ? { status: 418 } : undefined),
  ],
  [
    'status portal-public-anonymous',
    'portal-public-anonymous',
    (path) =>
      isPublic(path) ? { status: 404, headers: { 'content-type': 'text/html' }, text: '' } : undefined,
  ],
  [
    'media-type portal-public-anonymous',
    'portal-public-anonymous',
    (path) => (isPublic(path) ? { headers: { 'content-type': 'text/html' }, text: '<p>' } : undefined),
  ],
  [
    'media-type portal-public-anonymous',
    'portal-public-anonymous',
    (path) => (isPublic(path) ? { text: '' } : undefined),
  ],
  [
    'schema portal-public-anonymous',
    'portal-public-anonymous',
    (path) => (isPublic(path) ? { text: '{"name":' } : undefined),
  ],
  [
    'header portal-public-anonymous',
    'portal-public-anonymous',
    (path) => (isPublic(path) ? { headers: { 'x-ratelimit-reset': '-1' } } : undefined),
  ],
  [
    'header portal-public-record',
    'portal-public-record',
    (path) => (isPublic(path) ? { headers: { 'cache-control': 'public' } } : undefined),
  ],
  [
    'assertion portal-public-public',
    'portal-public-public',
    withFields(isPublic, (record) => ({ ...record, public: !record['public'] })),
  ],
])('%s is found by %s', async (broken, include, liar) => {
  const report = await checkLiar({ dialect: 'portal' }, [include], liar);
  expect(brokenRules(report)).toContain(broken);
  const failed = report.checks.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
  // Drift is told and fails nothing.
  expect(failed).toEqual(broken.startsWith('drift') ? [] : [include]);
});

test('the honest mock breaks nothing of this', async () => {
  const report = await checkLiar({ dialect: 'portal' }, ['portal-public-*'], () => undefined);
  expect(brokenRules(report)).toEqual([]);
  expect(report.checks.filter(({ outcome }) => outcome === 'passed').length).toBeGreaterThan(15);
});

test('a connection that breaks is a failed case, and the rest still runs', async () => {
  const liar: Liar = (path) => {
    if (isPublic(path)) throw new Error('socket hang up');
    return undefined;
  };
  const report = await checkLiar(
    { dialect: 'portal' },
    ['portal-public-anonymous', 'portal-info-public'],
    liar,
  );
  expect(brokenRules(report)).toEqual(['no-response portal-public-anonymous']);
  expect(report.checks.find(({ id }) => id === 'portal-info-public')?.outcome).toBe('passed');
});

test('each finding has the line of its case and the pointer of its place', async () => {
  const liar = withFields(isPublic, (record) => ({ ...without(record, 'name'), enabled: 1 }));
  const { findings } = await checkLiar({ dialect: 'portal' }, ['portal-public-anonymous'], liar);
  for (const { place } of findings) {
    expect(place).toMatchObject({ file: 'portal/getPublicClientInfo.yaml' });
    expect(place?.line).toBeGreaterThan(5);
  }
  expect(findings.find(({ rule }) => rule === 'drift')?.place?.pointer).toBe('/enabled');
});

interface Page {
  data: { created_on: string }[];
  last_client_id: string | null;
  last_created_on: string | null;
}
const isPage = (path: string): boolean => /\/clients\?/u.test(path);

test.each<[string, string, Liar]>([
  [
    'a cursor that is cut to milliseconds',
    'portal-list-pages',
    (path, body) => {
      const page = body as Page;
      if (!isPage(path) || page.last_created_on === null) return undefined;
      return {
        text: JSON.stringify({ ...page, last_created_on: new Date(page.last_created_on).toISOString() }),
      };
    },
  ],
  [
    'a row that is lost after each cursor',
    'portal-list-every-client',
    (path, body) => {
      const page = body as Page;
      return isPage(path) && path.includes('last_created_on')
        ? { text: JSON.stringify({ ...page, data: page.data.toSpliced(1, 1) }) }
        : undefined;
    },
  ],
  [
    'a list in the other order',
    'portal-list-order',
    (path, body) => {
      const page = body as Page;
      return isPage(path) ? { text: JSON.stringify({ ...page, data: page.data.toReversed() }) } : undefined;
    },
  ],
])('%s is found by %s', async (_, include, liar) => {
  const report = await checkLiar({ dialect: 'portal', clients: 20 }, [include], liar);
  expect(brokenRules(report)).toContain(`assertion ${include}`);
});

test('a lie of the embedded mock is found too, in the states that only it can be put into', async () => {
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
  expect(brokenRules(report)).toEqual(['assertion portal-list-user-limit']);
  expect(report.findings[0]?.message).toContain('expected nanoseconds');
});

test('a list that breaks off when it is asked for the second time is a violation, and no crash', async () => {
  let lists = 0;
  const liar: Liar = (path) => {
    if (!isPage(path)) return undefined;
    lists += 1;
    if (lists > 1) throw new Error('socket hang up');
    return undefined;
  };
  const report = await checkLiar(
    { dialect: 'portal' },
    ['portal-list-limit-plus', 'portal-list-order'],
    liar,
  );
  expect(brokenRules(report)).toEqual(['no-response portal-list-limit-plus']);
});

test('what a server writes reaches a terminal without its control characters, and not at any length', async () => {
  const liar = withFields(isPublic, (record) => ({
    ...record,
    ['\u001b[31m\u202ered' + 'x'.repeat(10_000)]: 1,
    client_id: '\u001b[31m',
  }));
  const report = await checkLiar({ dialect: 'portal' }, ['portal-public-anonymous'], liar);
  const texts = report.findings.flatMap(({ message, place }) => [message, place?.pointer ?? '']);
  expect(texts.length).toBeGreaterThan(3);
  // oxlint-disable-next-line no-control-regex -- they are what must not be there
  expect(texts.filter((text) => /[\u0000-\u001f\u202e]/u.test(text) || text.length > 400)).toEqual([]);
});

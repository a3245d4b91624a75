import type { Recording } from '@docspace-oauth/testing/recordings';
import { readRecordings } from '@docspace-oauth/testing/recordings';
import { describe, expect, test } from 'vitest';
import { compileChecks } from '../src/node/compile-checks.ts';
import { readDocument } from '../src/node/read-document.ts';
import { operationsOf } from '../src/operations.ts';
import { examplesOf, readBundle } from './bundles.ts';

const document = await readDocument('portal');
const checks = compileChecks(document);
const operations = operationsOf(document);

/** The operation of a recorded request; undefined if its path belongs to none of the five. */
function operationOf({ path }: Recording): (typeof operations)[number] | undefined {
  const [, own = ''] = /^\/api\/2\.0(?:\/oauth2)?(\/[^?]*)/u.exec(path) ?? [];
  const ids: [RegExp, string][] = [
    [/^\/clients$/u, 'getClients'],
    [/^\/clients\/info$/u, 'getClientsInfo'],
    [/^\/clients\/[^/]+$/u, 'getClient'],
    [/^\/clients\/[^/]+\/info$/u, 'getClientInfo'],
    [/^\/clients\/[^/]+\/public\/info$/u, 'getPublicClientInfo'],
  ];
  const id = ids.find(([pattern]) => pattern.test(own))?.[1];
  return operations.find(({ operationId }) => operationId === id);
}

/** Longer bodies were recorded up to here. */
const recordedLength = 12_000;
const recordings = (await readRecordings()).filter(
  ({ method, body }) => method === 'GET' && body.length < recordedLength,
);
const exchanges = recordings.flatMap((recording) => {
  const operation = operationOf(recording);
  return operation ? [{ ...recording, operation }] : [];
});
const title = ({ n, who, path, status }: Recording): string => `${n} ${who} ${path} ${status}`;

describe('the portal contract declares what a running portal answered', () => {
  test('all five operations are among the recorded requests, with successes and failures', () => {
    const seen = new Set(exchanges.map(({ operation, status }) => `${operation.operationId} ${status}`));
    const fives = ['getClients', 'getClient', 'getClientInfo', 'getPublicClientInfo', 'getClientsInfo'];
    expect(fives.flatMap((id) => [`${id} 200`, `${id} 403`]).filter((pair) => !seen.has(pair))).toEqual([]);
    expect(exchanges.length).toBeGreaterThan(150);
  });

  test.each(exchanges.map((exchange) => [title(exchange), exchange] as const))('%s', (_title, exchange) => {
    const { operation, status, headers, body } = exchange;
    const { operationId } = operation;
    const declared = operation.responses.get(status);
    expect(declared).toBeDefined();
    const mediaTypes = Object.keys(declared?.content ?? {});
    if (body === '') {
      // The contract says "no body" with no content at all, or with an empty text.
      const empty = mediaTypes.some((type) => checks.body(operationId, status, type, '')?.length === 0);
      expect(mediaTypes.length === 0 || empty).toBe(true);
      expect(headers['content-type']).toBeUndefined();
    } else {
      const [mediaType = ''] = (headers['content-type'] ?? '').split(';');
      const value: unknown = mediaType.endsWith('json') ? JSON.parse(body) : body;
      expect(checks.body(operationId, status, mediaType, value)).toEqual([]);
    }
    for (const [name, value] of Object.entries(headers)) {
      if (name === 'content-type') continue;
      const text = name === 'x-ratelimit-remaining' ? value.replace('n', '199') : value;
      expect({ name, errors: checks.header(operationId, status, name, text) }).toEqual({ name, errors: [] });
    }
  });

  test('a wrong type, a missing field and a malformed cursor in a recorded body are found', () => {
    const page = exchanges.find(
      ({ operation, status }) => operation.operationId === 'getClients' && status === 200,
    );
    const recorded = JSON.parse(page?.body ?? '') as { data: Record<string, unknown>[] };
    const [first = {}] = recorded.data;
    const { client_secret: _, ...withoutSecret } = first;
    const broken = [
      { ...recorded, data: [{ ...first, enabled: 'yes' }] },
      { ...recorded, data: [withoutSecret] },
      { ...recorded, last_created_on: '2026-05-16' },
    ];
    for (const body of broken) {
      expect(checks.body('getClients', 200, 'application/json', body)).not.toEqual([]);
    }
  });
});

/** The fields of each object in a value that has this field, in their order. */
function fieldsIn(value: unknown, field: string): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap((item) => fieldsIn(item, field));
  return field in value ? [Object.keys(value), ...inner] : inner;
}

describe('the examples have their fields in the order in which a portal sends them', () => {
  const examples = examplesOf(readBundle('portal'));
  const recorded = exchanges.filter(({ headers }) => /json/u.test(headers['content-type'] ?? ''));
  const orders = (
    operationId: string,
    status: number,
    field: string,
  ): { portal: Set<string>; ours: Set<string> } => {
    const distinct = (values: unknown[]): Set<string> =>
      new Set(values.flatMap((value) => fieldsIn(value, field)).map((fields) => fields.join(' ')));
    const ofPortal = recorded.filter(
      (one) => one.operation.operationId === operationId && one.status === status,
    );
    const ofExamples = examples.filter(
      (one) =>
        one.operationId === operationId && one.status === String(status) && one.mediaType.endsWith('json'),
    );
    return {
      portal: distinct(ofPortal.map(({ body }) => JSON.parse(body) as unknown)),
      ours: distinct(ofExamples.map(({ value }) => value)),
    };
  };

  test.each([
    ['getClients', 200, 'client_id'],
    ['getClients', 200, 'limit'],
    ['getClient', 200, 'client_id'],
    ['getClientInfo', 200, 'client_id'],
    ['getPublicClientInfo', 200, 'client_id'],
    ['getClientsInfo', 200, 'client_id'],
    ['getClientsInfo', 200, 'limit'],
    ['getClient', 400, 'detail'],
    ['getClientsInfo', 400, 'detail'],
    ['getClients', 403, 'detail'],
    ['getClientInfo', 404, 'detail'],
    ['getClients', 500, 'detail'],
    ['getClients', 400, 'code'],
  ])('%s %i, objects with %s', (operationId, status, field) => {
    const { portal, ours } = orders(operationId, status, field);
    expect(portal.size).toBeGreaterThan(0);
    if (status === 200) expect(ours).toEqual(portal);
    // A failure may leave out what another of the same status has.
    const [longest = ''] = [...ours].toSorted((a, b) => b.length - a.length);
    for (const fields of [...portal].map((order) => order.split(' '))) {
      expect(longest.split(' ').filter((name) => fields.includes(name))).toEqual(fields);
    }
  });
});

test('the problems have the type that a portal gives', () => {
  const typesOf = (values: unknown[]): Set<unknown> =>
    new Set(values.map((value) => (value as { type: unknown }).type));
  const problems = exchanges.filter(({ headers }) => headers['content-type'] === 'application/problem+json');
  const ours = examplesOf(readBundle('portal')).filter(
    ({ operationId, mediaType }) =>
      operationId !== 'generateJwtToken' && mediaType === 'application/problem+json',
  );
  expect(problems.length).toBeGreaterThan(0);
  expect(typesOf(ours.map(({ value }) => value))).toEqual(
    typesOf(problems.map(({ body }) => JSON.parse(body) as unknown)),
  );
});

test('the pattern of last_created_on has the cursors that a portal accepted, and no other', () => {
  const cursors = exchanges.flatMap(({ path, status }) => {
    const { searchParams } = new URL(path, 'https://portal.invalid');
    const cursor = searchParams.get('last_created_on');
    return cursor === null ? [] : [{ cursor, accepted: status === 200 }];
  });
  const fits = (cursor: string): boolean =>
    checks.parameter('getClients', 'last_created_on', [cursor])?.length === 0;
  expect(cursors.filter(({ accepted }) => accepted).length).toBeGreaterThan(10);
  expect(cursors.filter(({ cursor, accepted }) => accepted && !fits(cursor))).toEqual([]);
  // A pattern does not know how many days a month has.
  const refused = cursors.filter(({ cursor, accepted }) => !accepted && cursor !== '2026-02-30T00:00:00Z');
  expect(refused.length).toBeGreaterThan(5);
  expect(refused.filter(({ cursor }) => fits(cursor))).toEqual([]);
  // The form that goes on behind the rows of one date in either store.
  expect(fits('2026-04-01T12:01:00.123457000+00:01')).toBe(true);
});

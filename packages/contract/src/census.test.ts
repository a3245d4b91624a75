import type { OpenApiDocument, Response } from '@docspace-oauth/openapi';
import { resolve } from '@docspace-oauth/openapi';
import { readDocument } from '@docspace-oauth/openapi/node';
import { expect, test } from 'vitest';
import { casesOf } from './cases.ts';
import { createCensus } from './census.ts';

const guide = await readDocument('guide');

/** What the census misses after every case of the same document was received. */
function missingFrom(document: OpenApiDocument): string[] {
  const census = createCensus({ guide: document });
  for (const received of casesOf('guide', document)) census.record(received);
  return census.missing();
}

/** A copy of the guide's contract in which one response of getClient is another one. */
function withResponse(status: number, change: (response: Response) => Response): OpenApiDocument {
  const document = structuredClone(guide);
  const path = '/api/2.0/clients/{id}';
  const get = document.paths[path]?.get;
  const before = get?.responses[status] ?? { description: 'Not declared so far.' };
  const responses = { ...get?.responses, [status]: change(resolve(document, before)) };
  const changed = { get: { ...get, operationId: 'getClient', responses } };
  return { ...document, paths: { ...document.paths, [path]: changed } };
}

test('nothing is missing after every case of the contract', () => {
  expect(missingFrom(guide)).toEqual([]);
});

test('a declared response that has no example is missing, since no case asks for it', () => {
  const problem = 'application/problem+json';
  const document = withResponse(404, ({ content = {}, ...response }) => {
    const { [problem]: declared, ...others } = content;
    if (!declared) throw new TypeError(`The contract declares no ${problem} here.`);
    return { ...response, content: { ...others, [problem]: { ...declared, examples: {} } } };
  });
  expect(missingFrom(document)).toEqual([`guide getClient 404 ${problem}`]);
});

test('one media type without examples is missing, though the status has another one', () => {
  const document = withResponse(404, ({ content, ...response }) => ({
    ...response,
    content: { ...content, 'text/html': { schema: { type: 'string' }, examples: {} } },
  }));
  expect(missingFrom(document)).toEqual(['guide getClient 404 text/html']);
});

test('each response that was never received is named', () => {
  const census = createCensus({ guide });
  for (const received of casesOf('guide', guide)) {
    if (received.operationId !== 'getClients' || received.status < 429) census.record(received);
  }
  expect(census.missing()).toEqual([
    'guide getClients 429 application/problem+json',
    'guide getClients 500 application/problem+json',
  ]);
});

test('the table has a count for each declared status, and a dash where none is declared', () => {
  const census = createCensus({ guide });
  const mediaType = 'application/json';
  for (let times = 0; times < 2; times++) {
    census.record({ dialect: 'guide', operationId: 'getClient', status: 200, mediaType });
  }
  const rows = census
    .table()
    .split('\n')
    .map((line) => line.split(/\s+/u));
  expect(rows).toContainEqual(['operation', 'x', 'status', '200', '400', '401', '403', '404', '429', '500']);
  expect(rows).toContainEqual(['guide', 'getClient', '2', '0', '0', '0', '0', '0', '0']);
  expect(rows).toContainEqual(['guide', 'getPublicClientInfo', '0', '0', '-', '-', '0', '0', '0']);
});

test.each([
  ['status', { status: 418, mediaType: 'application/json' }],
  ['media type', { status: 200, mediaType: 'text/html' }],
  ['response without a body', { status: 200, mediaType: undefined }],
])('a %s that the contract does not declare is an error', (_, received) => {
  const census = createCensus({ guide });
  const cell = { dialect: 'guide', operationId: 'getClient', ...received } as const;
  expect(() => census.record(cell)).toThrow('The contract does not declare guide getClient');
});

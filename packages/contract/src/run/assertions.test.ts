import { expect, test } from 'vitest';
import type { Assertion } from '../cases/case.ts';
import type { AssertionContext } from './assertions.ts';
import { checkBody } from './assertions.ts';

const context: AssertionContext = {
  dialect: 'portal',
  resolve: (value) => value,
  secrets: ['a-clear-secret'],
};
const page = {
  data: [
    { id: 'b', name: 'B', created_on: '2026-05-02T00:00:00.3Z' },
    { id: 'a', name: null, created_on: '2026-05-02T00:00:00Z' },
  ],
  limit: 2,
};
const problems = (assertion: Assertion, body: unknown = page): string[] =>
  checkBody([assertion], body, context).map(({ message }) => message);

test.each<[Assertion]>([
  [{ at: '/limit', equals: 2 }],
  [{ at: '/limit', oneOf: [1, 2] }],
  [{ at: '/data', count: 2, atMost: 2, type: 'array' }],
  [{ at: '/data/*/id', type: 'string', matches: '^[ab]$' }],
  [{ at: '/data/-1/name', type: 'null' }],
  [{ at: '/data/*/secret', absent: true }],
  [{ at: '/data', descending: 'created_on' }],
  [{ at: '', fields: ['data', 'limit'] }],
  [{ at: '/data/0', fields: ['id', 'created_on'] }],
  [{ at: '/data/0/created_on', sameAs: '/data/0/created_on' }],
  [{ noSecret: true }],
])('%j holds', (assertion) => {
  expect(problems(assertion)).toEqual([]);
});

test.each<[Assertion, string]>([
  [{ at: '/limit', equals: 3 }, '/limit is 2; expected: 3.'],
  [{ at: '/limit', oneOf: [1, null] }, '/limit is 2; expected: one of 1, null.'],
  [{ at: '/data', count: 1 }, '/data is a list of 2; expected: 1 items.'],
  [{ at: '/data', atMost: 1 }, '/data is a list of 2; expected: at most 1 items.'],
  [{ at: '/limit', atMost: 5 }, '/limit is 2; expected: at most 5 items.'],
  [{ at: '/data/*/name', type: 'string' }, '/data/1/name is null; expected: string.'],
  [{ at: '/data/*/id', absent: true }, '/data/0/id is there; expected: absent.'],
  [{ at: '/data/*/nothing', type: 'string' }, '/data/0/nothing is absent; expected: there.'],
  [{ at: '/nothing/*', equals: 1 }, '/nothing/* is absent; expected: there.'],
  [{ at: '/data/0/id', sameAs: '/data/1/id' }, '/data/0/id is "b"; expected: the same as /data/1/id, "a".'],
  [{ at: '/data/0/id', sameAs: '/nothing' }, '/data/0/id is "b"; expected: the same as /nothing, nothing.'],
  [{ at: '', fields: ['limit', 'data'] }, 'The body has the fields data, limit; expected: limit, data.'],
])('%j does not hold: %s', (assertion, message) => {
  expect(problems(assertion)).toContain(message);
});

test('of a list without items nothing can be said', () => {
  expect(problems({ at: '/data/*/id', type: 'string' }, { data: [] })).toEqual([
    '/data/*/id has no items; expected: at least one.',
  ]);
});

test('a list that rises is found, by the clock and as text', () => {
  const list = (...dates: string[]): object => ({ data: dates.map((created_on) => ({ created_on })) });
  const rises = (...dates: string[]): boolean =>
    problems({ at: '/data', descending: 'created_on' }, list(...dates)).length > 0;
  expect(rises('2026-05-01T00:00:00Z', '2026-05-02T00:00:00Z')).toBe(true);
  expect(rises('2026-05-01T00:00:00.000001Z', '2026-05-01T00:00:00.000002Z')).toBe(true);
  expect(rises('2026-05-01T00:00:00.5Z', '2026-05-01T00:00:00.5Z')).toBe(false);
  // One store of portals sorts a whole second before its fractions, the other behind them.
  expect(rises('2026-05-01T00:00:17Z', '2026-05-01T00:00:17.9Z')).toBe(false);
});

test.each([
  ['a field that is called a secret', { a: [{ client_secret: 'x' }] }, '/a/0/client_secret'],
  ['its value under another name', { a: { note: 'it is a-clear-secret!' } }, '/a/note'],
  ['a text as the body', 'a-clear-secret', ''],
])('%s is a leak, and no message repeats it', (_, body, pointer) => {
  const [violation] = checkBody([{ noSecret: true }], body, context);
  expect(violation).toMatchObject({ rule: 'secret-leak', pointer });
  expect(JSON.stringify(violation)).not.toContain('a-clear-secret');
});

test('a secret that is not the expected one is not repeated either', () => {
  expect(problems({ at: '/client_secret', equals: 'expected' }, { client_secret: 'came' })).toEqual([
    '/client_secret is a secret; expected: a secret.',
  ]);
});

test('in the guide’s dialect pointers begin inside the envelope', () => {
  const guide = { ...context, dialect: 'guide' as const };
  expect(checkBody([{ at: '/id', equals: 'a' }], { response: { id: 'a' } }, guide)).toEqual([]);
  expect(checkBody([{ at: '/id', equals: 'a' }], { id: 'a' }, guide)).toEqual([]);
});

test('control characters of a server do not reach a message', () => {
  const [message = ''] = problems({ at: '/limit', equals: 1 }, { limit: '\u001b[31mred\u202e' });
  // oxlint-disable-next-line no-control-regex -- they are what must not be there
  expect(message).not.toMatch(/[\u0000-\u001f\u202e]/u);
});

import { expect, test } from 'vitest';
import { select } from './select.ts';

const things = ['portal-list-page', 'portal-client-record', 'guide-list', 'recorded-001'].map((id) => ({
  id,
}));
const ids = (...patterns: string[]): string[] => select(things, patterns).map(({ id }) => id);

test.each([
  [[], ['portal-list-page', 'portal-client-record', 'guide-list', 'recorded-001']],
  [['list'], ['portal-list-page', 'guide-list']],
  [['portal-*'], ['portal-list-page', 'portal-client-record']],
  [['*-record'], ['portal-client-record']],
  [
    ['guide-list', 'recorded'],
    ['guide-list', 'recorded-001'],
  ],
])('%j selects %j', (patterns, expected) => {
  expect(ids(...patterns)).toEqual(expected);
});

test.each(['nothing', 'list*', '', '(', '.*list'])('%j fits nothing and is an error', (pattern) => {
  expect(() => ids(pattern)).toThrow('fits no case');
});

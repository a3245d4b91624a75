import { expect, test } from 'vitest';

import { parseOrder } from './sort.ts';

const names = (order: string, ...values: string[]): unknown[] =>
  values
    .map((name) => ({ name }))
    .toSorted(parseOrder(order).compare)
    .map(({ name }) => name);

test('texts are sorted as people do, numbers in them by their value', () => {
  expect(names('name', 'b', 'Äb', 'a', 'App 10', 'App 9', 'Z')).toEqual([
    'a',
    'Äb',
    'App 9',
    'App 10',
    'b',
    'Z',
  ]);
  expect(names('name:desc', 'a', 'b')).toEqual(['b', 'a']);
});

test('dates are sorted by the moment, to the nanosecond, whatever their form', () => {
  const dates = [
    '2026-01-01T00:00:00.5Z',
    '2026-01-01T00:00:00Z',
    '2026-01-01T00:00:00.000000001Z',
    '2026-01-01T01:30:00+02:00',
  ];
  const sorted = dates.map((created_on) => ({ created_on })).toSorted(parseOrder('created').compare);
  expect(sorted.map(({ created_on }) => created_on)).toEqual([dates[3], dates[1], dates[2], dates[0]]);
});

test('clients without the value come first', () => {
  const clients = [{ policy_url: 'x' }, { policy_url: null }];
  expect(clients.toSorted(parseOrder('policy').compare)).toEqual([{ policy_url: null }, { policy_url: 'x' }]);
});

test.each([
  ['nam', '--sort names an unknown column.'],
  ['name:up', '--sort takes a column and asc or desc.'],
  ['name:desc:asc', '--sort takes a column and asc or desc.'],
  ['', '--sort names an unknown column.'],
])('%j is refused', (text, message) => {
  expect(() => parseOrder(text)).toThrow(expect.objectContaining({ message, exitCode: 2 }));
});

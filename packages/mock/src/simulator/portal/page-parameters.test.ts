import { expect, test } from 'vitest';

import { readPageParameters } from './page-parameters.ts';

const DATE = '2026-05-16T09:42:17Z';

/** The limit that is read from a query, or what is wrong with it: in the list, and in the bulk operation. */
function both(query: string): (number | string)[] {
  return [false, true].map((needsLimit) => {
    const read = readPageParameters(new URLSearchParams(query), needsLimit);
    return typeof read === 'string' ? read : read.limit;
  });
}

test.each([
  ['', 30, 'missing'],
  ['limit=', 30, 'unreadable'],
  ['limit=1', 1, 1],
  ['limit=50', 50, 50],
  ['limit=%2B5', 5, 5],
  ['limit=05', 5, 5],
  ['limit=1&limit=2', 1, 1],
  ['limit=60&limit=2', 'out-of-range', 'out-of-range'],
  ['limit=0', 'out-of-range', 'out-of-range'],
  ['limit=-0', 'out-of-range', 'out-of-range'],
  ['limit=-1', 'out-of-range', 'out-of-range'],
  ['limit=51', 'out-of-range', 'out-of-range'],
  ['limit=2147483647', 'out-of-range', 'out-of-range'],
  ['limit=-2147483648', 'out-of-range', 'out-of-range'],
  ['limit=2147483648', 'unreadable', 'unreadable'],
  ['limit=-2147483649', 'unreadable', 'unreadable'],
  ['limit=99999999999', 'unreadable', 'unreadable'],
  ['limit=abc', 'unreadable', 'unreadable'],
  ['limit=1.5', 'unreadable', 'unreadable'],
  ['limit=1e1', 'unreadable', 'unreadable'],
  ['limit=%205', 'unreadable', 'unreadable'],
  ['limit=5&other=x&ids=y', 5, 5],
])('the limit of "%s": %s in the list, %s in bulk', (query, list, bulk) => {
  expect(both(query)).toEqual([list, bulk]);
});

test.each([
  [`limit=0&last_created_on=garbage`, 'unreadable', 'unreadable'],
  [`last_created_on=garbage`, 'unreadable', 'missing'],
  [`limit=2&last_created_on=`, 2, 2],
  [`limit=2&last_created_on=${DATE}`, 2, 2],
  [`limit=2&last_created_on=2026-05-16T09:42:17+00:00`, 'unreadable', 'unreadable'],
])('what cannot be read counts before what is out of range: "%s"', (query, list, bulk) => {
  expect(both(query)).toEqual([list, bulk]);
});

test('the cursor has both parts; an empty date is none', () => {
  const cursorOf = (query: string): unknown => {
    const read = readPageParameters(new URLSearchParams(query), false);
    return typeof read === 'string' ? read : [read.cursor.id, read.cursor.date?.text];
  };
  expect(cursorOf(`last_client_id=x&last_created_on=${DATE}`)).toEqual(['x', DATE]);
  expect(cursorOf('last_client_id=&last_created_on=')).toEqual(['', undefined]);
  expect(cursorOf('')).toEqual(['', undefined]);
});

import { expect, test } from 'vitest';
import { messages } from '../../test/check-rule.ts';
import { unchangedForAYear } from './unchanged-for-a-year.ts';

test('a client that was changed more than a year ago is a finding that says when', () => {
  expect(messages(unchangedForAYear, { modified_on: '2024-11-29T23:00:00.123456789Z' })).toEqual([
    'The client was last changed on 2024-11-29, 729 days ago.',
  ]);
});

test('366 days are none, because a year may have as many; a second more is one', () => {
  expect(messages(unchangedForAYear, { modified_on: '2025-11-28T12:00:00Z' })).toEqual([]);
  expect(messages(unchangedForAYear, { modified_on: '2025-11-28T11:59:59Z' })).toHaveLength(1);
});

test('the day of creation counts for a client that has no other date', () => {
  for (const modified_on of [null, undefined, 'null', 'soon']) {
    expect(messages(unchangedForAYear, { created_on: '2020-01-01T00:00:00Z', modified_on })).toHaveLength(1);
  }
});

test('dates in the future and dates that cannot be read are none', () => {
  expect(messages(unchangedForAYear, { modified_on: '2099-01-01T00:00:00Z' })).toEqual([]);
  expect(messages(unchangedForAYear, { created_on: 'once', modified_on: 12 })).toEqual([]);
});

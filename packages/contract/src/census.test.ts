import { expect, test } from 'vitest';
import { createCensus } from './census.ts';

const cell = { dialect: 'guide', operationId: 'getClient', status: 200 } as const;
const declared = [cell, { ...cell, status: 404 }, { ...cell, operationId: 'getClients' }].map((one) => ({
  ...one,
  target: '/',
  authenticated: true,
  mediaType: undefined,
  example: undefined,
  value: undefined,
  schema: undefined,
}));

test('a cell that nothing exercised is named', () => {
  const census = createCensus(declared);
  census.record(cell);
  expect(census.missing()).toEqual(['guide getClient 404', 'guide getClients 200']);
  for (const one of declared) census.record(one);
  expect(census.missing()).toEqual([]);
});

test('the table shows counts, and where nothing is declared', () => {
  const census = createCensus(declared);
  census.record(cell);
  expect(
    census
      .table()
      .split('\n')
      .map((line) => line.split(/\s+/)),
  ).toEqual([
    ['operation', 'x', 'status', '200', '404'],
    ['guide', 'getClient', '1', '0'],
    ['guide', 'getClients', '0', '-'],
  ]);
});

test('an answer that the contract does not declare cannot be counted', () => {
  expect(() => createCensus(declared).record({ ...cell, status: 418 })).toThrow('does not declare');
});

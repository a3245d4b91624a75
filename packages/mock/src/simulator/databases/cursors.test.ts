import { expect, test } from 'vitest';

import { pageReader, type ReadOne, type SentCursor } from '../../../test/read-list.ts';
import { bundledContract } from '../bundled-contract.ts';
import { createSimulator } from '../simulator.ts';
import type { StoreName } from './databases.ts';

const MICROSECONDS = '2026-04-01T12:00:05.123456Z';

function idOf(letter: string): string {
  return `${letter.repeat(8)}-0000-4000-8000-000000000000`;
}

/** Six clients, of which b, c and d share a date. */
async function readerOf(store: StoreName, date = MICROSECONDS): Promise<ReadOne> {
  return readerWith(store, {
    f: '2026-05-01T00:00:00Z',
    d: date,
    c: date,
    b: date,
    a: '2026-03-01T00:00:00.5Z',
    e: '2026-02-01T00:00:00Z',
  });
}

async function readerWith(store: StoreName, dates: Readonly<Record<string, string>>): Promise<ReadOne> {
  const contract = bundledContract('portal');
  const simulator = createSimulator({ dialect: 'portal', contract, issuer: () => 'http://127.0.0.1', store });
  const given = Object.entries(dates).map(([letter, created_on]) => ({
    name: `Client ${letter}`,
    client_id: idOf(letter),
    created_on,
  }));
  simulator.setClients(given);
  return pageReader(simulator);
}

/** The first letters of the ids of a page. */
async function lettersOf(read: ReadOne, cursor?: SentCursor, limit = 2): Promise<string> {
  const { data } = await read('', limit, cursor);
  return data.map(({ client_id }) => client_id.charAt(0)).join('');
}

test.each([
  { cursor: 'both verbatim', id: 'd', date: MICROSECONDS, sql: 'ae', saas: 'ae' },
  { cursor: 'the date without the id', id: undefined, date: MICROSECONDS, sql: 'ae', saas: 'fd' },
  { cursor: 'the date with an empty id', id: '', date: MICROSECONDS, sql: 'ae', saas: 'fd' },
  { cursor: 'the id without the date', id: 'd', date: undefined, sql: 'fd', saas: 'fd' },
  { cursor: 'the id with an empty date', id: 'd', date: '', sql: 'fd', saas: 'fd' },
  { cursor: 'a wrong id with the date', id: '0', date: MICROSECONDS, sql: 'ae', saas: 'ae' },
  {
    cursor: 'the date with its zone',
    id: 'd',
    date: '2026-04-01T12:00:05.123456Z[UTC]',
    sql: 'ae',
    saas: 'cb',
  },
  { cursor: 'a microsecond later', id: 'd', date: '2026-04-01T12:00:05.123457Z', sql: 'dc', saas: 'dc' },
  { cursor: 'at another offset', id: 'd', date: '2026-04-01T20:00:05.123456+08:00', sql: 'ae', saas: 'dc' },
  { cursor: 'a date after all', id: 'd', date: '9999-01-01T00:00:00Z', sql: 'fd', saas: 'fd' },
  { cursor: 'a year of five digits', id: 'd', date: '+10000-01-01T00:00:00Z', sql: '', saas: '' },
  { cursor: 'a date before all', id: 'd', date: '1900-01-01T00:00:00Z', sql: '', saas: '' },
  // Rounded half up to microseconds, or compared as text.
  { cursor: '499 nanoseconds later', id: 'd', date: '2026-04-01T12:00:05.123456499Z', sql: 'ae', saas: 'ae' },
  { cursor: '500 nanoseconds later', id: 'd', date: '2026-04-01T12:00:05.123456500Z', sql: 'dc', saas: 'ae' },
])('after a page that ends with d, $cursor: $sql on sql, $saas on saas', async ({ id, date, sql, saas }) => {
  const cursor = { id: id && idOf(id), date };
  expect(await lettersOf(await readerOf('sql'))).toBe('fd');
  expect(await lettersOf(await readerOf('sql'), cursor)).toBe(sql);
  expect(await lettersOf(await readerOf('saas'), cursor)).toBe(saas);
});

test.each([
  { unit: 'minute', date: '2026-04-01T12:00:00Z', later: '2026-04-01T12:00:00.000001Z', saas: 'ae' },
  { unit: 'second', date: '2026-04-01T12:00:05Z', later: '2026-04-01T12:00:05.000001Z', saas: 'ae' },
  { unit: 'millisecond', date: '2026-04-01T12:00:05.123Z', later: '2026-04-01T12:00:05.123001Z', saas: 'ae' },
  { unit: 'microsecond', date: MICROSECONDS, later: '2026-04-01T12:00:05.123457Z', saas: 'dc' },
  {
    unit: 'nanosecond',
    date: '2026-04-01T12:00:05.123456789Z',
    later: '2026-04-01T12:00:05.123457789Z',
    saas: 'dc',
  },
])(
  'a microsecond after a whole $unit, rows of that date come again on sql; saas gives $saas',
  async (row) => {
    const cursor = { id: idOf('d'), date: row.later };
    expect(await lettersOf(await readerOf('sql', row.date), cursor)).toBe('dc');
    expect(await lettersOf(await readerOf('saas', row.date), cursor)).toBe(row.saas);
  },
);

test('sql lists by instant, saas by text, in which a whole second comes before its fractions', async () => {
  const dates = {
    a: '2026-04-01T12:00:17Z',
    b: '2026-04-01T12:00:17.999Z',
    c: '2026-04-01T12:00:00Z',
    d: '2026-04-01T12:00:16.5Z',
  };
  expect(await lettersOf(await readerWith('sql', dates), undefined, 50)).toBe('badc');
  expect(await lettersOf(await readerWith('saas', dates), undefined, 50)).toBe('cabd');
});

test.each([
  { store: 'sql', shown: ['2026-04-01T12:00:17.3Z', '2026-04-01T12:00:17.123457Z', '2026-04-01T12:00:17Z'] },
  {
    store: 'saas',
    shown: ['2026-04-01T12:00:17.3Z', '2026-04-01T12:00:17.123456789Z', '2026-04-01T12:00:17Z'],
  },
] as const)('$store keeps its number of digits and drops zeros at the end', async ({ store, shown }) => {
  const read = await readerWith(store, {
    a: '2026-04-01T12:00:17.300Z',
    b: '2026-04-01T12:00:17.123456789Z',
    c: '2026-04-01T20:00:17.000+08:00',
  });
  const { data } = await read('', 50);
  expect(new Set(data.map(({ created_on }) => created_on))).toEqual(new Set(shown));
});

import { expect, test } from 'vitest';

import { table } from './table.ts';

const client = { client_id: 'a', name: 'Plain', enabled: true };
const columns = ['client_id', 'name', 'enabled'] as const;

test('columns are aligned in terminal columns, whatever the script', () => {
  expect(
    table(
      [client, { ...client, name: '日历同步', enabled: false }, { ...client, name: '👩‍💻 e\u0301' }],
      columns,
    ),
  ).toEqual([
    'client_id  name      enabled',
    '---------  --------  -------',
    'a          Plain     true',
    'a          日历同步  false',
    'a          👩‍💻 e\u0301      true',
  ]);
});

test('a column that no row has a value for is left out', () => {
  const rows: { client_id: string; name?: string }[] = [{ client_id: 'a' }];
  expect(table(rows, ['client_id', 'name'])).toEqual(['client_id', '---------', 'a']);
});

test('a long cell is cut between characters, and a huge cell is not measured whole', () => {
  const [, , row = ''] = table([{ client_id: '👩‍💻'.repeat(100_000), name: 'x' }], ['client_id', 'name']);
  expect(row).toBe(`${'👩‍💻'.repeat(19)}…  x`);
});

test('a hundred thousand rows fit', () => {
  const rows = Array.from({ length: 100_000 }, (_, index) => ({ client_id: `${index}` }));
  expect(table(rows, ['client_id'])).toHaveLength(rows.length + 2);
});

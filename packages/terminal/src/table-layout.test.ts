import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';

import { layOut, tableLines, type TableColumn } from './table-layout.ts';

const id = 'c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831';
const columns: readonly TableColumn[] = [
  { heading: 'client_id' },
  { heading: 'name', min: 8 },
  { heading: 'enabled' },
  {
    heading: 'created_on',
    min: 10,
    shorten: (text, width) => (text.length > width ? text.slice(0, 10) : text),
  },
];
const row = [id, 'A rather long name of an application', 'true', '2026-05-18T09:42:17.308415Z'];

describe('a table fits the width of the terminal', () => {
  test('without a terminal nothing is cut but what is longer than 40', () => {
    expect(tableLines(columns, [row])[2]).toBe(row.join('  ').replace('true  ', 'true     '));
  });

  test('a huge id of a hostile server is cut as well', () => {
    expect(tableLines(columns, [['x'.repeat(1_000_000), 'Name', 'true', '2026']])[2]).toBe(
      `${'x'.repeat(39)}…  Name  true     2026`,
    );
  });

  test('a date becomes a day before a name is cut, and an id is never cut', () => {
    const [, , line = ''] = tableLines(columns, [row], 80);
    expect(line).toBe(`${id}  A rather long name o…  true     2026-05-18`);
    expect(stringWidth(line)).toBe(80);
  });

  test('columns from the right are left out where there is no room, and named', () => {
    const { header, leftOut, line } = layOut(columns, [row], { available: 60 });
    expect(leftOut).toEqual(['created_on']);
    expect(header[0]).toBe(`client_id${' '.repeat(29)}name           enabled`);
    expect(line(row)).toBe(`${id}  A rather lon…  true`);
  });

  test('the first column stays, however narrow the terminal is', () => {
    expect(tableLines(columns, [row], 5)).toEqual(['client_id', '-'.repeat(36), id]);
  });

  test.each([0, 1, 20, 47, 48, 57, 58, 69, 70, 80, 120, 200])(
    'at %i columns no line is longer',
    (available) => {
      const lines = tableLines(
        columns,
        [row, [id, '日历同步'.repeat(9), 'false', '2026-05-18T09:42:17Z']],
        available,
      );
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(Math.max(36, available));
    },
  );
});

test('rows that are still to come may be as wide as a column becomes', () => {
  const { line } = layOut(columns, [[id, 'short', 'true', '2026']], { more: true });
  expect(line(row)).toBe(`${id}  ${row[1]}      true     ${row[3]}`);
});

test('a right-to-left name stands between marks, so that the cells beside it stay where they are', () => {
  const [, , line] = tableLines(
    [{ heading: 'name', min: 8 }, { heading: 'day' }],
    [['יומן 12', '2026-05-18']],
  );
  expect(line).toBe('\u200Eיומן 12\u200E  2026-05-18');
});

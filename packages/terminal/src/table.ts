import { tableLines } from './table-layout.ts';
import { oneLine } from './value.ts';

/** Rows under the names of the columns, aligned. A column that no row has a value for is left out. */
export function table<Row extends object>(
  rows: readonly Row[],
  columns: readonly (keyof Row & string)[],
): string[] {
  const shown = columns.filter((column) => rows.some((row) => row[column] !== undefined));
  return tableLines(
    shown.map((heading) => ({ heading, min: 8 })),
    rows.map((row) => shown.map((column) => oneLine(row[column]))),
  );
}

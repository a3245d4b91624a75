import { oneLine } from './value.ts';
import { cut, pad, widest } from './width.ts';

const CELL_WIDTH = 40;
const GAP = '  ';

/** Rows under the names of the columns, aligned. A column that no row has a value for is left out. */
export function table<Row extends object>(
  rows: readonly Row[],
  columns: readonly (keyof Row & string)[],
): string[] {
  const shown = columns.filter((column) => rows.some((row) => row[column] !== undefined));
  const cells = shown.map((column) => [column, ...rows.map((row) => cut(oneLine(row[column]), CELL_WIDTH))]);
  const widths = cells.map(widest);
  const line = (index: number): string =>
    cells
      .map((cell, column) => pad(cell[index] ?? '', widths[column] ?? 0))
      .join(GAP)
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join(GAP);
  return [line(0), rule, ...rows.map((_, index) => line(index + 1))];
}

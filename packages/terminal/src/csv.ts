import { csvCell } from './csv-cell.ts';
import { clean } from './text.ts';

/** A row of CSV. */
export function csvLine(cells: readonly string[]): string {
  // Cleaning takes blanks, tabs and carriage returns from the start, too.
  return `${cells.map((cell) => csvCell(clean(cell))).join(',')}\r\n`;
}

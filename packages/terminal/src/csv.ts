import { clean } from './text.ts';

/**
 * What a spreadsheet takes for the beginning of a formula, in full width too. A minus before a number is one as well: no
 * column of ours has negative numbers.
 */
const formula = /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** A row of CSV (RFC 4180). No cell starts a formula: such a text gets an apostrophe, which spreadsheets take for "text". */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(text: string): string {
  // Cleaning takes blanks, tabs and carriage returns from the start, too.
  const line = clean(text);
  const safe = formula.test(line) ? `'${line}` : line;
  // Where a comma is the decimal sign, a spreadsheet separates cells by semicolons.
  return /[",;]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

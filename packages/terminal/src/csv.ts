import { clean } from './text.ts';

/**
 * What a spreadsheet takes for the beginning of a formula, in its full-width forms too, also behind white space. A minus
 * before a number is one as well: no column of ours has negative numbers.
 */
const formula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** Rows as CSV (RFC 4180) with CRLF. No cell starts a formula: such a text gets an apostrophe, as in a spreadsheet. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(text: string): string {
  const line = clean(text);
  const safe = formula.test(line) ? `'${line}` : line;
  return /[",;\t]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * What a spreadsheet takes for the beginning of a formula, in full width too. A minus before a number is one as well: no
 * column of ours has negative numbers.
 */
const formula = /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;

/**
 * One cell of CSV (RFC 4180) that starts no formula: such a text gets an apostrophe, which spreadsheets take for "text". It
 * needs no Node. The text is one line without control characters, and begins with no blank.
 */
export function csvCell(line: string): string {
  const safe = formula.test(line) ? `'${line}` : line;
  // Where a comma is the decimal sign, a spreadsheet separates cells by semicolons.
  return /[",;]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

import { clean } from '@docspace-oauth/terminal/text';

import type { Format } from './format.ts';
import { helpFor } from './place.ts';

const columns = [
  'level',
  'rule',
  'subject',
  'message',
  'help',
  'file',
  'line',
  'column',
  'pointer',
  'known_reason',
  'known_expires',
] as const;

/** The findings as RFC 4180 has it, for spreadsheets. */
export const csv: Format = (report) => {
  const rows = report.findings.map((finding) => {
    const { level, rule, subject, message, place, known } = finding;
    const values: Readonly<Record<(typeof columns)[number], string | number | undefined>> = {
      level,
      rule,
      subject,
      message,
      help: helpFor(finding, report),
      file: place?.file,
      line: place?.line,
      column: place?.column,
      pointer: place?.pointer,
      known_reason: known?.reason,
      known_expires: known?.expires,
    };
    return columns.map((column) => values[column] ?? '');
  });
  return [columns, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
};

/** What makes a spreadsheet take a cell for a formula, in full width too. */
const formula = /^[=+\-@＝＋－＠]/u;

/**
 * One cell, on one line. A text that would be a formula gets an apostrophe in front, which spreadsheets take
 * for "this is text". Cleaning has taken blanks, tabs and carriage returns from its start before.
 */
function csvCell(value: string | number): string {
  const text = clean(String(value));
  const safe = formula.test(text) ? `'${text}` : text;
  // Where a comma is the decimal sign, a spreadsheet separates cells by semicolons.
  return /[",;]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

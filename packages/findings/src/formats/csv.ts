import { csvLine } from '@docspace-oauth/terminal/csv';

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
    return columns.map((column) => String(values[column] ?? ''));
  });
  return [columns, ...rows].map(csvLine).join('');
};

import { formatReport, type FormatName } from '../src/formats.ts';
import type { Level, Report } from '../src/report.ts';

/** A report as a file in a format. */
export function render(name: FormatName, report: Report, failOn: Level = 'error'): Promise<string> {
  return formatReport(name, report, { failOn, secrets: [] });
}

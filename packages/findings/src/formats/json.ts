import { terminalJson } from '@docspace-oauth/terminal/json';

import type { Check, Finding, Report, Rule } from '../report.ts';
import { summarize, type Summary } from '../summary.ts';
import type { Format } from './format.ts';

/**
 * What programs may rely on. A field may be added under the same version; one that is removed, renamed or
 * given another meaning raises it.
 */
export interface JsonReport {
  readonly schemaVersion: 1;
  readonly tool: Report['tool'];
  readonly title: string;
  readonly summary: Summary;
  readonly rules: readonly Rule[];
  readonly checks: readonly Check[];
  /** In the order in which they were found; an accepted one has `known`. */
  readonly findings: readonly Finding[];
  readonly remarks: readonly string[];
}

/** For programs. It is safe to print: characters that a terminal would obey are escaped. */
export const json: Format = (report, { failOn }) => {
  const { tool, title, rules, checks, findings, remarks } = report;
  const summary = summarize(report, failOn);
  const data: JsonReport = {
    schemaVersion: 1,
    tool,
    title,
    summary,
    rules,
    checks,
    findings,
    remarks,
  };
  return `${terminalJson(data)}\n`;
};

import type { Finding, Level, Report } from '@docspace-oauth/findings/report';

import { levels } from './description.ts';

/** The report with a failed check for each client that has a finding from this level on which nobody has accepted. */
export function withOutcomes(report: Report, failOn: Level): Report {
  const isGrave = ({ level, known, advisory }: Finding): boolean =>
    known === undefined && advisory !== true && levels.indexOf(level) >= levels.indexOf(failOn);
  const failed = new Set(report.findings.filter(isGrave).map(({ subject }) => subject));
  return {
    ...report,
    checks: report.checks.map((check) => (failed.has(check.id) ? { ...check, outcome: 'failed' } : check)),
  };
}

import type { Check, Finding, Level, Report } from './report.ts';

/** From the mildest to the most serious. */
export const levels: readonly Level[] = ['note', 'warning', 'error'];

/** Whether a finding fails a run that fails from a level on. */
export function isViolation({ level, known, advisory }: Finding, failOn: Level): boolean {
  return known === undefined && advisory !== true && levels.indexOf(level) >= levels.indexOf(failOn);
}

/** The checks that failed and say nowhere why. They fail a run too: nobody can have accepted them. */
export function unexplainedFailures({ checks, findings }: Report): Check[] {
  const explained = new Set(findings.map(({ subject }) => subject));
  return checks.filter(({ id, outcome }) => outcome === 'failed' && !explained.has(id));
}

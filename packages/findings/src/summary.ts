import type { Check, Level, Outcome, Report } from './report.ts';
import { isViolation, unexplainedFailures } from './violations.ts';

export interface Summary {
  /** The findings that fail the run, and the checks that failed without saying why. */
  readonly violations: number;
  /** The findings of each level that are not known. */
  readonly levels: Readonly<Record<Level, number>>;
  readonly known: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
}

export function summarize(report: Report, failOn: Level): Summary {
  const unknown = report.findings.filter(({ known }) => known === undefined);
  const count = (level: Level): number => unknown.filter((finding) => finding.level === level).length;
  return {
    violations:
      unknown.filter((finding) => isViolation(finding, failOn)).length + unexplainedFailures(report).length,
    levels: { error: count('error'), warning: count('warning'), note: count('note') },
    known: report.findings.length - unknown.length,
    outcomes: countOutcomes(report.checks),
  };
}

export function countOutcomes(checks: readonly Check[]): Record<Outcome, number> {
  const counts: Record<Outcome, number> = { passed: 0, failed: 0, 'not applicable': 0, 'not run': 0 };
  for (const { outcome } of checks) counts[outcome] += 1;
  return counts;
}

/** Such as `12 passed, 1 failed`: what does not occur is left out. */
export function outcomesText(counts: Readonly<Record<Outcome, number>>): string {
  const parts = Object.entries(counts).filter(([, count]) => count > 0);
  return parts.length === 0 ? 'none' : parts.map(([outcome, count]) => `${count} ${outcome}`).join(', ');
}

/** Such as `2 errors, 1 warning, 1 known deviation`. */
export function findingsText({ levels, known }: Summary): string {
  const parts = [
    plural(levels.error, 'error'),
    plural(levels.warning, 'warning'),
    plural(levels.note, 'note'),
    plural(known, 'known deviation'),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? 'no findings' : parts.join(', ');
}

/** The result in two or three words. A report without evidence says so. */
export function verdict({ violations, outcomes }: Summary): string {
  if (violations > 0) return violations === 1 ? '1 violation' : `${violations} violations`;
  return outcomes.passed + outcomes.failed === 0 ? 'Nothing was checked' : 'No violations';
}

function plural(count: number, noun: string): string | undefined {
  return count === 0 ? undefined : `${count} ${noun}${count === 1 ? '' : 's'}`;
}

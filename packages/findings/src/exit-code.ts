import type { Level, Report } from './report.ts';
import { isViolation, unexplainedFailures } from './violations.ts';

export interface Judgement {
  /** The mildest level that fails the run. */
  readonly failOn: Level;
  /** False where the run was interrupted, or could not be finished for another reason. */
  readonly finished: boolean;
}

/**
 * 0: kept. 1: something is violated. 2: the run was not finished, or nothing was checked.
 *
 * A check that is not applicable or was not run is no evidence, so that a report of only those is a 2.
 */
export function exitCode(report: Report, { failOn, finished }: Judgement): 0 | 1 | 2 {
  if (!finished) return 2;
  const violated = report.findings.some((finding) => isViolation(finding, failOn));
  if (violated || unexplainedFailures(report).length > 0) return 1;
  return report.checks.some(({ outcome }) => outcome === 'passed' || outcome === 'failed') ? 0 : 2;
}

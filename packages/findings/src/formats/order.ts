import type { Finding } from '../report.ts';
import { levels } from '../violations.ts';

/** The most serious first and the known ones last, otherwise as they were found. */
export function byWeight(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => weight(b) - weight(a));
}

function weight({ level, known }: Finding): number {
  return known === undefined ? levels.indexOf(level) : -1;
}

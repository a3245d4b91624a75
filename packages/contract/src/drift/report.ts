import type { Check, Finding, Place, Report, Rule } from '@docspace-oauth/findings/report';
import { toolName } from '../command/tool.ts';
import type { Comparison, Verdict } from './compare.ts';

const rules = {
  differs: {
    id: 'drift-differs',
    title: 'Our contract and the document say the same of what both describe.',
    level: 'error',
    help: 'Ask a portal which of the two is right; then mend the contract, or accept the deviation with --known.',
  },
  'absent there': {
    id: 'drift-absent-there',
    title: 'The document describes what our contract describes.',
    level: 'error',
    help: 'Ask a portal whether it is there; then mend the contract, or accept the deviation with --known.',
  },
  'absent here': {
    id: 'drift-absent-here',
    title: 'Our contract describes what the document describes.',
    level: 'error',
    help: 'Ask a portal whether it is there; then add it to the contract, or accept the deviation with --known.',
  },
} as const satisfies Record<Exclude<Verdict, 'same'>, Rule>;

/** What was compared in one operation. */
export interface OperationComparison {
  readonly operation: string;
  /** Where the document describes it; undefined if it does not. */
  readonly pointer?: string;
  readonly comparisons: readonly Comparison[];
}

export interface DriftSubject {
  /** The file, relative to the folder of the report if it lies in it. */
  readonly file: string;
  readonly remarks: readonly string[];
}

export function makeReport(
  operations: readonly OperationComparison[],
  { file, remarks }: DriftSubject,
): Report {
  return {
    tool: toolName('drift'),
    title: `The portal's contract compared with ${file}`,
    rules: Object.values(rules),
    checks: operations.flatMap(({ operation, comparisons }) =>
      comparisons.map((comparison) => checkOf(operation, comparison)),
    ),
    findings: operations.flatMap(({ comparisons, pointer }) =>
      comparisons.flatMap((comparison) =>
        findingOf(comparison, { file, ...(pointer !== undefined && { pointer }) }),
      ),
    ),
    remarks: [summary(operations.flatMap(({ comparisons }) => comparisons)), ...remarks],
  };
}

function summary(all: readonly Comparison[]): string {
  const count = (verdict: Verdict): number =>
    all.filter((comparison) => comparison.verdict === verdict).length;
  return `${count('same')} the same, ${count('differs')} differ, ${count('absent there')} absent there, ${count('absent here')} absent here.`;
}

function subjectOf({ name, fact }: Comparison): string {
  return fact === undefined ? name : `${name}: ${fact}`;
}

function checkOf(operation: string, comparison: Comparison): Check {
  return {
    id: subjectOf(comparison),
    title: comparison.verdict,
    group: operation,
    outcome: comparison.verdict === 'same' ? 'passed' : 'failed',
  };
}

function findingOf(comparison: Comparison, place: Place): Finding[] {
  const { name, fact, verdict, here, there } = comparison;
  if (verdict === 'same') return [];
  const sentences = {
    differs: `${name}: ${fact ?? ''} is ${here ?? ''} here and ${there ?? ''} there.`,
    'absent there': `${name}: our contract has it, the document does not.`,
    'absent here': `${name}: the document has it, our contract does not.`,
  };
  const { id, level } = rules[verdict];
  return [{ rule: id, level, subject: subjectOf(comparison), message: sentences[verdict], place }];
}

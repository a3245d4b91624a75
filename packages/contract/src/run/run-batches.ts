import type { Case } from '../cases/case.ts';
import type { Run } from './run-cases.ts';

/** Cases of one server. */
export interface Batch {
  readonly cases: readonly Case[];
  readonly run: (cases: readonly Case[]) => AsyncIterable<Run>;
}

/** Runs one server after the other. */
export async function runBatches(
  batches: readonly Batch[],
  onRun: ((run: Run, done: number, total: number) => void) | undefined,
): Promise<Run[]> {
  const total = batches.reduce((sum, { cases }) => sum + cases.length, 0);
  const runs: Run[] = [];
  for (const { cases, run } of batches) {
    for await (const one of run(cases)) {
      runs.push(one);
      onRun?.(one, runs.length, total);
    }
  }
  return runs;
}

import { createProgress } from '@docspace-oauth/terminal/progress';
import type { Run } from '../run/run-cases.ts';
import type { Output } from './context.ts';

/** How far a run of cases is. */
export interface CaseProgress {
  step(run: Run, done: number, total: number): void;
  /** Leaves nothing half written behind; may be called twice. */
  end(): void;
}

/** On a terminal one line that is written again and again; in a log a line for each server. */
export function createCaseProgress(output: Output): CaseProgress {
  const progress = createProgress(output, false);
  let server = '';
  let counts = new Map<string, number>();
  const tell = (): void => {
    const parts = [...counts].map(([outcome, count]) => `${count} ${outcome}`);
    if (parts.length > 0) progress.say(`${server}: ${parts.join(', ')}`);
    counts = new Map();
  };
  return {
    step(run, done, total) {
      if (run.server !== server) tell();
      server = run.server;
      counts.set(run.result.outcome, (counts.get(run.result.outcome) ?? 0) + 1);
      progress.update(`${done} of ${total}  ${server}  ${run.case.id}`);
    },
    end() {
      tell();
      progress.clear();
    },
  };
}

import type { Case } from '../cases/case.ts';
import type { Contract } from '../contract.ts';
import type { Target } from '../target/target.ts';
import type { CaseResult } from './run-case.ts';
import { runCase } from './run-case.ts';

/** A case on one server, and what came of it. */
export interface Run {
  readonly case: Case;
  /** How reports call the server. */
  readonly server: string;
  readonly kind: Target['kind'];
  readonly result: CaseResult;
}

/**
 * Runs cases one after the other, as a caller would; those of the other dialect are left out. After an abort the rest is
 * not run.
 */
export async function* runCases(
  cases: readonly Case[],
  target: Target,
  contract: Contract,
  signal?: AbortSignal,
): AsyncGenerator<Run, void, undefined> {
  for (const one of cases) {
    if (one.dialect !== target.dialect) continue;
    yield {
      case: one,
      server: target.name,
      kind: target.kind,
      result: signal?.aborted ? notRun() : await runUnlessAborted(one, target, contract, signal),
    };
  }
}

async function runUnlessAborted(
  one: Case,
  target: Target,
  contract: Contract,
  signal: AbortSignal | undefined,
): Promise<CaseResult> {
  try {
    return await runCase(one, target, contract, signal);
  } catch (error) {
    if (signal?.aborted) return notRun();
    throw error;
  }
}

/** For what is left when a run is interrupted. */
export function notRun(): CaseResult {
  return { outcome: 'not run', reason: 'The run was interrupted.', violations: [], durationMs: 0 };
}

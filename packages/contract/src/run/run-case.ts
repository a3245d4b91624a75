import type { DocSpaceError } from '@docspace-oauth/api';
import { isDocSpaceError } from '@docspace-oauth/api';
import type { ContractOperation } from '@docspace-oauth/openapi';
import type { Outcome } from '@docspace-oauth/findings/report';
import { clean } from '@docspace-oauth/terminal/text';
import type { Case } from '../cases/case.ts';
import { CaseError } from '../cases/case-error.ts';
import type { Contract } from '../contract.ts';
import type { Target } from '../target/target.ts';
import { notApplicable } from './applicable.ts';
import { judgeCase } from './judge-case.ts';
import { askForExamples } from './preferred.ts';
import { procedureOf } from './procedures.ts';
import { referencesOf, Unmet, valueOf } from './references.ts';
import { requestOf } from './request-of.ts';
import { ruleOf } from './rules.ts';
import type { Violation } from './violation.ts';

export interface CaseResult {
  readonly outcome: Outcome;
  /** Why it does not apply. */
  readonly reason?: string;
  readonly violations: readonly Violation[];
  readonly durationMs: number;
}

/** Runs one case against a server. Rejects only if the run was aborted or the case itself is wrong. */
export async function runCase(
  one: Case,
  usual: Target,
  contract: Contract,
  signal?: AbortSignal,
): Promise<CaseResult> {
  const from = performance.now();
  const since = (): number => performance.now() - from;
  const skipped = (reason: string): CaseResult => ({
    outcome: 'not applicable',
    reason,
    violations: [],
    durationMs: since(),
  });
  const operation = contract.operations.get(one.operation);
  if (!operation) throw new RangeError(`${one.id}: the contract has no operation ${one.operation}.`);
  const target = Object.keys(one.mock).length > 0 ? await usual.inState(one.mock) : usual;
  const reason = notApplicable(one, target);
  if (reason !== undefined) return skipped(reason);
  try {
    const violations = distinct(await violationsOf(one, operation, target, contract, signal));
    const failed = violations.some(({ rule }) => ruleOf(rule).level === 'error');
    return { outcome: failed ? 'failed' : 'passed', violations, durationMs: since() };
  } catch (error) {
    if (error instanceof Unmet) return skipped(error.message);
    if (!isDocSpaceError(error) || signal?.aborted) throw error;
    if (error.code === 'invalid_input') {
      const { file, line = 1, column = 1 } = one.place;
      throw new CaseError(`${file}:${line}:${column}: the case ${one.id} cannot be sent: ${error.message}`);
    }
    return { outcome: 'failed', violations: [violationOf(error)], durationMs: since() };
  }
}

/** The same thing is told once, however many requests of a case show it. */
function distinct(violations: readonly Violation[]): Violation[] {
  return [...new Map(violations.map((violation) => [JSON.stringify(violation), violation])).values()];
}

/** What a failed call of the typed client means, or a request without a response. */
function violationOf({ code, status, message, pointer }: DocSpaceError): Violation {
  const rule = code === 'unexpected_response' ? 'schema' : status === undefined ? 'no-response' : 'status';
  return { rule, message: clean(message), ...(pointer !== undefined && { pointer: clean(pointer) }) };
}

async function violationsOf(
  one: Case,
  operation: ContractOperation,
  target: Target,
  contract: Contract,
  signal: AbortSignal | undefined,
): Promise<Violation[]> {
  // Before anything is sent: a case that refers to what is not there does not apply, whatever would come.
  for (const text of referencesOf(one)) valueOf(text, one.needs, target.facts);
  const context = { case: one, target, contract, operation, signal };
  if (one.procedure !== undefined) return procedureOf(one.procedure)(context);
  if (one.prefer) return askForExamples(context);
  const response = await target.send(requestOf(one, operation, target.facts), signal);
  return judgeCase(one, operation, response, target, contract);
}

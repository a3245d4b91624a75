import type { ContractOperation } from '@docspace-oauth/openapi';
import type { Case } from '../cases/case.ts';
import type { Contract } from '../contract.ts';
import type { Target } from '../target/target.ts';
import type { Violation } from './violation.ts';

export interface ProcedureContext {
  readonly case: Case;
  readonly target: Target;
  readonly contract: Contract;
  readonly operation: ContractOperation;
  readonly signal: AbortSignal | undefined;
}

/** A check that takes several requests. */
export type Procedure = (context: ProcedureContext) => Promise<Violation[]>;

import type { ContractChecks, ContractOperation, Dialect, OpenApiDocument } from '@docspace-oauth/openapi';
import { operationsOf } from '@docspace-oauth/openapi';
import { compileChecks, readDocument } from '@docspace-oauth/openapi/node';

/** The contract of a dialect, as a run uses it. */
export interface Contract {
  readonly dialect: Dialect;
  readonly document: OpenApiDocument;
  readonly checks: ContractChecks;
  readonly operations: ReadonlyMap<string, ContractOperation>;
}

export async function readContract(dialect: Dialect): Promise<Contract> {
  return contractOf(dialect, await readDocument(dialect));
}

export function contractOf(dialect: Dialect, document: OpenApiDocument): Contract {
  const operations = new Map(operationsOf(document).map((operation) => [operation.operationId, operation]));
  return { dialect, document, checks: compileChecks(document), operations };
}

import type { Contract } from '../contract.ts';
import { isReference, referencesOf } from '../run/references.ts';
import { isProcedure } from '../run/procedures.ts';
import type { Case } from './case.ts';
import { CaseError } from './case-error.ts';

/** What a case names has to exist: its operation, its procedure, the examples that it prefers, what it refers to. */
export function checkCases(cases: readonly Case[], contracts: readonly Contract[]): void {
  for (const one of cases) {
    const contract = contracts.find(({ dialect }) => dialect === one.dialect);
    const problem = contract && problemOf(one, contract);
    if (problem === undefined) continue;
    const { file, line = 1, column = 1 } = one.place;
    throw new CaseError(`${file}:${line}:${column}: the case ${one.id} ${problem}.`);
  }
}

function problemOf(one: Case, { operations, dialect }: Contract): string | undefined {
  const { operation, procedure, prefer } = one;
  const declared = operations.get(operation);
  if (!declared)
    return `is of the operation ${operation}, which the contract of the ${dialect} does not have`;
  if (procedure !== undefined && !isProcedure(procedure))
    return `names the procedure ${procedure}, and there is none`;
  const unknown = referencesOf(one).find((text) => !isReference(text));
  if (unknown !== undefined) return `refers to ${unknown}, and there is no such thing`;
  if (!prefer) return undefined;
  const { content = {} } = declared.responses.get(prefer.status) ?? {};
  if (!declared.responses.has(prefer.status)) return `prefers ${prefer.status}, which is not declared`;
  const names = Object.values(content).flatMap(({ examples }) => Object.keys(examples));
  const missing = prefer.examples.find((name) => !names.includes(name));
  return missing === undefined
    ? undefined
    : `prefers the example ${missing}, which ${prefer.status} does not have`;
}

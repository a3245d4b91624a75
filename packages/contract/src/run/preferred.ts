import { isDeepStrictEqual } from 'node:util';
import type { ContractOperation, Parameter } from '@docspace-oauth/openapi';
import { resolve } from '@docspace-oauth/openapi';
import type { Case } from '../cases/case.ts';
import type { Contract } from '../contract.ts';
import type { Target, TargetRequest } from '../target/target.ts';
import { judgeCase } from './judge-case.ts';
import type { ProcedureContext } from './procedure.ts';
import { requestOf } from './request-of.ts';
import type { Violation } from './violation.ts';

/** Asks a mock for each declared example of a status by name. */
export async function askForExamples({
  case: one,
  target,
  contract,
  operation,
  signal,
}: ProcedureContext): Promise<Violation[]> {
  const request = preferred(one, operation, target);
  const { status, examples } = one.prefer ?? { status: 0, examples: [] };
  const violations: Violation[] = [];
  for (const example of examples.length > 0 ? examples : [undefined]) {
    const declared = declaredExample(contract, operation, status, example);
    const prefer = `code=${status}${example === undefined ? '' : `, example=${example}`}`;
    const headers = { ...request.headers, prefer, accept: declared?.mediaType ?? '*/*' };
    const response = await target.send({ ...request, headers }, signal);
    const found = judgeCase(one, operation, response, target, contract);
    const isSame = isDeepStrictEqual(response.body, declared?.value ?? '');
    if (found.length === 0 && !isSame) {
      const message = `The body is not the example ${example ?? 'without a body'} of ${one.operation} ${status}.`;
      found.push({ rule: 'example', message });
    }
    violations.push(...found);
  }
  return violations;
}

/** A request that keeps the contract, so that a mock sends what it is asked for and not a refusal. */
function preferred(one: Case, operation: ContractOperation, target: Target): TargetRequest {
  const examples = new Map(operation.parameters.map((parameter) => [parameter.name, exampleOf(parameter)]));
  const query = Object.fromEntries(
    operation.parameters
      .filter(({ in: place, required }) => place === 'query' && required)
      .map(({ name }) => [name, examples.get(name) ?? []]),
  );
  const [id = ''] = examples.get('id') ?? [];
  const request = {
    ...one.request,
    params: { id, ...one.request.params },
    query: { ...query, ...one.request.query },
  };
  return requestOf({ ...one, request }, operation, target.facts);
}

/** The values of a parameter's example: a list has several. */
function exampleOf({ example, examples }: Parameter): string[] {
  const [first] = Object.values(examples ?? {});
  const value: unknown = first && 'value' in first ? first.value : example;
  return [value]
    .flat()
    .filter((item) => typeof item === 'string' || typeof item === 'number')
    .map(String);
}

function declaredExample(
  { document }: Contract,
  { operationId, responses }: ContractOperation,
  status: number,
  example: string | undefined,
): { mediaType: string; value: unknown } | undefined {
  if (example === undefined) return undefined;
  for (const [mediaType, { examples }] of Object.entries(responses.get(status)?.content ?? {})) {
    const named = Object.hasOwn(examples, example) ? examples[example] : undefined;
    if (named) return { mediaType, value: resolve(document, named).value };
  }
  throw new RangeError(`${operationId} ${status} has no example ${example}.`);
}

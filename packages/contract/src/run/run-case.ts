import { isDeepStrictEqual } from 'node:util';
import { isDocSpaceError } from '@docspace-oauth/api';
import { operationOf } from '@docspace-oauth/api/transport';
import type { ContractOperation } from '@docspace-oauth/openapi';
import { resolve } from '@docspace-oauth/openapi';
import type { Outcome } from '@docspace-oauth/findings/report';
import { clean } from '@docspace-oauth/terminal/text';
import type { Case, HeaderRule } from '../cases/case.ts';
import type { Contract } from '../contract.ts';
import type { Target, TargetRequest, TargetResponse } from '../target/target.ts';
import { notApplicable } from './applicable.ts';
import { checkBody } from './assertions.ts';
import { judge } from './judge.ts';
import { procedureOf } from './procedures.ts';
import { Unmet, valueOf } from './references.ts';
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
    const violations = await violationsOf(one, operation, target, contract, signal);
    const failed = violations.some(({ rule }) => ruleOf(rule).level === 'error');
    return { outcome: failed ? 'failed' : 'passed', violations, durationMs: since() };
  } catch (error) {
    if (error instanceof Unmet) return skipped(error.message);
    if (!isDocSpaceError(error) || error.code === 'invalid_input' || signal?.aborted) throw error;
    const violation: Violation = { rule: 'no-response', message: clean(error.message) };
    return { outcome: 'failed', violations: [violation], durationMs: since() };
  }
}

async function violationsOf(
  one: Case,
  operation: ContractOperation,
  target: Target,
  contract: Contract,
  signal: AbortSignal | undefined,
): Promise<Violation[]> {
  if (one.procedure !== undefined) {
    return procedureOf(one.procedure)({ case: one, target, contract, operation, signal });
  }
  const request = one.prefer ? preferred(one, operation, target) : requestOf(one, operation, target.facts);
  if (one.prefer) return askForEach(one, request, operation, target, contract, signal);
  return violationsIn(one, operation, await target.send(request, signal), target, contract);
}

/** What is wrong with the response to a case's request. */
export function violationsIn(
  one: Case,
  operation: ContractOperation,
  response: TargetResponse,
  target: Target,
  contract: Contract,
): Violation[] {
  const { status, empty, headers, body } = one.expect;
  // A path of no operation has no schemas: what its case says is all that is known of it.
  const { path } = one.request;
  const isOwn = path === undefined || operationOf(path.replace(/\?.*/su, '')) === operation.operationId;
  const violations = isOwn ? judge(contract, operation, response) : [];
  if (!status.includes(response.status)) {
    if (!violations.some(({ rule }) => rule === 'status-undeclared')) {
      const message = `${one.operation} answered ${response.status}; expected ${status.join(' or ')}.`;
      violations.push({ rule: 'status', message });
    }
    return violations;
  }
  if (empty !== undefined && empty !== (response.text === '')) {
    const message = `The body is ${empty ? 'not empty' : 'empty'}; expected ${empty ? 'none' : 'one'}.`;
    violations.push({ rule: 'assertion', message });
  }
  violations.push(...checkHeaders(headers, response));
  if (body.length > 0) {
    const resolveValue = (value: unknown): unknown =>
      typeof value === 'string' ? valueOf(value, one.needs, target.facts) : value;
    violations.push(
      ...checkBody(body, response.body, {
        dialect: target.dialect,
        resolve: resolveValue,
        secrets: target.facts.secrets,
      }),
    );
  }
  return violations;
}

function checkHeaders(
  expected: Readonly<Record<string, HeaderRule>>,
  { headers }: TargetResponse,
): Violation[] {
  return Object.entries(expected).flatMap(([name, rule]): Violation[] => {
    const value = headers.get(name);
    if (rule === 'absent') {
      return value === undefined
        ? []
        : [{ rule: 'header', message: `The header ${name} is there; expected none.` }];
    }
    if (value === undefined)
      return [{ rule: 'header', message: `The header ${name} is absent; expected one.` }];
    if (rule === 'present' || new RegExp(rule.matches, 'u').test(value)) return [];
    const came = clean(value).slice(0, 60);
    return [{ rule: 'header', message: `The header ${name} is "${came}"; expected ${rule.matches}.` }];
  });
}

/** A request that keeps the contract, so that a mock sends what it is asked for and not a refusal. */
function preferred(one: Case, operation: ContractOperation, target: Target): TargetRequest {
  const example = (name: string): string => {
    const parameter = operation.parameters.find((known) => known.name === name);
    const [first] = Object.values(parameter?.examples ?? {});
    return String((first as { value?: unknown } | undefined)?.value ?? parameter?.example ?? '');
  };
  const query = Object.fromEntries(
    operation.parameters
      .filter(({ in: place, required }) => place === 'query' && required)
      .map(({ name }) => [name, example(name)]),
  );
  const params = operation.path.includes('{id}') ? { id: example('id') } : {};
  const request = { ...one.request, params: { ...params, ...one.request.params } };
  return requestOf(
    { ...one, request: { ...request, query: { ...query, ...request.query } } },
    operation,
    target.facts,
  );
}

/** Asks a mock for each declared example of a status by name. */
async function askForEach(
  one: Case,
  request: TargetRequest,
  operation: ContractOperation,
  target: Target,
  contract: Contract,
  signal: AbortSignal | undefined,
): Promise<Violation[]> {
  const { status, examples } = one.prefer ?? { status: 0, examples: [] };
  const violations: Violation[] = [];
  for (const example of examples.length > 0 ? examples : [undefined]) {
    const declared = declaredExample(contract, operation, status, example);
    const prefer = `code=${status}${example === undefined ? '' : `, example=${example}`}`;
    const headers = { ...request.headers, prefer, accept: declared?.mediaType ?? '*/*' };
    const response = await target.send({ ...request, headers }, signal);
    const found = violationsIn(one, operation, response, target, contract);
    const isSame = isDeepStrictEqual(response.body, declared?.value ?? '');
    if (found.length === 0 && !isSame) {
      const message = `The body is not the example ${example ?? 'without a body'} of ${one.operation} ${status}.`;
      found.push({ rule: 'example', message });
    }
    violations.push(...found);
  }
  return violations;
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

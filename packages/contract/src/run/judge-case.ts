import { operationOf } from '@docspace-oauth/api/transport';
import type { ContractOperation } from '@docspace-oauth/openapi';
import { clean } from '@docspace-oauth/terminal/text';
import type { Case, HeaderRule } from '../cases/case.ts';
import type { Contract } from '../contract.ts';
import type { Target, TargetResponse } from '../target/target.ts';
import { checkBody } from './assertions.ts';
import { judge } from './judge.ts';
import { valueOf } from './references.ts';
import type { Violation } from './violation.ts';

/** What is wrong with the response to a case's request. */
export function judgeCase(
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

import { dialects } from '@docspace-oauth/openapi';
import { expect, test } from 'vitest';
import { readContract } from '../contract.ts';
import { checkCases } from './check-cases.ts';
import { loadCases } from './load-cases.ts';
import { parseCases } from './read-case-file.ts';

const contracts = await Promise.all(dialects.map(readContract));

function check(rest: string, operation = 'getClient'): void {
  const text = `dialect: portal\noperation: ${operation}\ncases:\n  - id: a-case\n    title: A case.\n${rest}`;
  checkCases(parseCases(text, 'portal/own.yaml'), contracts);
}

test('the cases of this package name nothing that does not exist', async () => {
  expect(() => checkCases([], contracts)).not.toThrow();
  const cases = await loadCases();
  expect(() => checkCases(cases, contracts)).not.toThrow();
});

test('an operation that the contract does not have', () => {
  expect(() => check('    expect: { status: 200 }\n', 'getOther')).toThrow(
    'portal/own.yaml:4:5: the case a-case is of the operation getOther, which the contract of the portal does not have.',
  );
});

test.each([
  ['    procedure: no-such\n', 'names the procedure no-such, and there is none'],
  ['    prefer: { status: 418 }\n', 'prefers 418, which is not declared'],
  [
    '    prefer: { status: 404, examples: [nothing] }\n',
    'prefers the example nothing, which 404 does not have',
  ],
  ['    request: { params: { id: $clint.id } }\n    expect: { status: 200 }\n', 'refers to $clint.id'],
  ['    expect: { body: [{ at: /a, equals: $row.a }] }\n', 'refers to $row.a'],
])('%j', (rest, problem) => {
  expect(() => check(rest)).toThrow(problem);
});

import { expect, test } from 'vitest';

import { HttpProblem, toProblem } from './http-problem.ts';

test('a mistake of the proxy is a 500 that names its kind and not its message', () => {
  const { status, body } = toProblem(new RangeError('quotes a secret')).toResponse();
  expect(status).toBe(500);
  expect(JSON.parse(String(body))).toEqual({
    type: 'about:blank',
    title: 'Internal Server Error',
    status: 500,
    detail: 'The proxy failed (RangeError).',
  });
  expect(toProblem('quotes a secret').message).toBe('The proxy failed (unknown).');
});

test('a problem stays what it is', () => {
  const problem = new HttpProblem(404, 'There is nothing here.');
  expect(toProblem(problem)).toBe(problem);
});

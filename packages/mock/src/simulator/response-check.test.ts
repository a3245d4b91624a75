import { expect, test } from 'vitest';

import { Body } from './body.ts';
import { bundledContract } from './bundled-contract.ts';
import { readOperations } from './contract.ts';
import { checkAnswer } from './response-check.ts';
import { createSimulator } from './simulator.ts';

const { document, checks } = bundledContract('guide');
const operations = readOperations(document);

test.each([
  {
    wrong: 'an undeclared status',
    answer: { status: 418, headers: [], body: undefined },
    pointer: '/response',
  },
  {
    wrong: 'an undeclared media type',
    answer: { status: 200, headers: [], body: new Body('text/html', '<p>') },
    pointer: '/response',
  },
  { wrong: 'no body', answer: { status: 200, headers: [], body: undefined }, pointer: '/response' },
  {
    wrong: 'a body that breaks its schema',
    answer: {
      status: 200,
      headers: [],
      body: new Body('application/json', { response: [{ client_id: 1 }] }),
    },
    pointer: '/response/body/response',
  },
  {
    wrong: 'a header that breaks its schema',
    answer: {
      status: 429,
      headers: [['Retry-After', '60'] as const, ['X-Ratelimit-Reset', 'soon'] as const],
      body: new Body('application/problem+json', { title: 'Too Many Requests', status: 429 }),
    },
    pointer: '/response/header/X-Ratelimit-Reset',
  },
])('$wrong is a violation of the contract', ({ answer, pointer }) => {
  const operation = operations.get('getClients');
  if (operation === undefined) throw new TypeError('The contract has no getClients');
  const [violation] = checkAnswer(checks, operation, answer);
  expect(violation?.side).toBe('response');
  expect(violation?.pointer.slice(0, pointer.length)).toBe(pointer);
});

test('an answer that breaks the contract is never sent: a 500 says what is wrong with it', async () => {
  const strict: typeof checks = {
    ...checks,
    body: () => [{ pointer: '/response', message: 'must be another', keyword: 'const', params: {} }],
  };
  const simulator = createSimulator({
    dialect: 'guide',
    contract: { document, checks: strict },
    issuer: () => 'http://127.0.0.1',
  });
  const headers = { authorization: 'Bearer admin-1' };
  const answer = await simulator.handle({ method: 'GET', target: '/api/2.0/clients', headers });
  expect(answer.status).toBe(500);
  expect(JSON.parse(answer.body ?? '')).toMatchObject({
    title: 'The answer of the mock breaks the contract',
    detail: '/response/body/response: must be another',
  });
  expect(answer.violations[0]?.pointer).toBe('/response/body/response');
});

test('a body is checked once, however often it is sent', async () => {
  let count = 0;
  const counting: typeof checks = {
    ...checks,
    body: (...args) => {
      count += 1;
      return checks.body(...args);
    },
  };
  const simulator = createSimulator({
    dialect: 'guide',
    contract: { document, checks: counting },
    issuer: () => 'http://127.0.0.1',
  });
  const ask = async (key: string): Promise<string | undefined> => {
    const headers = { authorization: `Bearer ${key}` };
    return (await simulator.handle({ method: 'GET', target: '/api/2.0/clients', headers })).body;
  };
  const first = await ask('admin-1');
  // All administrators see the same list.
  expect([await ask('admin-1'), await ask('limited-9-t1')]).toEqual([first, first]);
  expect(count).toBe(1);
  simulator.removeClient('c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831');
  expect(JSON.parse((await ask('admin-1')) ?? '')).toHaveProperty('count', 6);
  expect(count).toBe(2);
});

import { expect, test } from 'vitest';
import { apiKey } from '../test/portal.ts';
import { inTurn, json, reset, startServer, text } from '../test/server.ts';
import { createDocSpaceClient } from './client.ts';
import type { DocSpaceHooks, RequestEvent, ResponseEvent, RetryEvent } from './hooks.ts';

const ok = json(200, []);

test('each request, response and retry is told, credentials redacted', async () => {
  const server = await startServer(inTurn(reset, text(503, ''), ok));
  const requests: RequestEvent[] = [];
  const responses: ResponseEvent[] = [];
  const retries: RetryEvent[] = [];
  const hooks: DocSpaceHooks = {
    onRequest: (event) => requests.push(event),
    onResponse: (event) => responses.push(event),
    onRetry: (event) => retries.push(event),
  };
  const docspace = createDocSpaceClient({
    baseUrl: server.url,
    apiKey,
    dialect: 'guide',
    retry: { minDelayMs: 1 },
    hooks,
  });
  await docspace.getClients();

  expect(requests).toHaveLength(3);
  expect(requests[0]).toEqual({
    operationId: 'getClients',
    attempt: 1,
    method: 'GET',
    url: `${server.url}/api/2.0/clients`,
    headers: { accept: 'application/json, */*;q=0.1', authorization: '••••' },
  });
  expect(responses.map(({ status, error, attempt }) => [attempt, status, error?.code])).toEqual([
    [1, undefined, 'network'],
    [2, 503, undefined],
    [3, 200, undefined],
  ]);
  for (const { durationMs } of responses) expect(durationMs).toBeGreaterThan(0);
  expect(retries.map(({ attempt, status }) => [attempt, status])).toEqual([
    [1, undefined],
    [2, 503],
  ]);
});

test('a hook that throws breaks nothing', async () => {
  const server = await startServer(inTurn(text(503, ''), ok));
  const fail = (): never => {
    throw new Error('observer');
  };
  const hooks = { onRequest: fail, onResponse: fail, onRetry: fail };
  const docspace = createDocSpaceClient({
    baseUrl: server.url,
    dialect: 'guide',
    retry: { minDelayMs: 1 },
    hooks,
  });
  expect(await docspace.getClients()).toEqual({ clients: [], next: null });
});

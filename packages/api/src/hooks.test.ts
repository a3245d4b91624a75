import { expect, onTestFinished, test } from 'vitest';
import { apiKey, startPortal } from '@docspace-oauth/testing/portal';
import { inTurn, json, reset, startServer, text } from '@docspace-oauth/testing/server';
import { createDocSpaceClient } from './client.ts';
import type { DocSpaceHooks, RequestEvent, ResponseEvent, RetryEvent } from './hooks.ts';

const ok = json(200, []);

test('hooks are called for each request, response and retry, with redacted credentials', async () => {
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

test('a hook that throws does not fail the call', async () => {
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

test('attempts are counted on when the token is renewed in the middle of a call', async () => {
  const replies = inTurn(text(503, ''), text(403, ''), text(503, ''), text(404, ''));
  let index = 0;
  const portal = await startPortal((request) => replies(request, index++));
  const attempts: [string | undefined, number][] = [];
  const docspace = createDocSpaceClient({
    baseUrl: portal.url,
    apiKey,
    dialect: 'portal',
    retry: { minDelayMs: 1 },
    hooks: { onRequest: ({ operationId, attempt }) => void attempts.push([operationId, attempt]) },
  });
  await expect(docspace.getClient('a')).rejects.toMatchObject({ code: 'not_found', attempts: 4 });
  expect(attempts).toEqual([
    ['generateJwtToken', 1],
    ['getClient', 1],
    ['getClient', 2],
    ['generateJwtToken', 1],
    ['getClient', 3],
    ['getClient', 4],
  ]);
});

test('a refused token is not a failed attempt: the call with a new one is sent even without retries', async () => {
  let refusals = 1;
  const portal = await startPortal(() => (refusals-- > 0 ? text(403, '') : ok));
  const retry = { attempts: 1 };
  const docspace = createDocSpaceClient({ baseUrl: portal.url, apiKey, dialect: 'portal', retry });
  expect(await docspace.getClients()).toEqual({ clients: [], next: null });
  expect(portal.tokens).toHaveLength(2);
});

test('async hooks that reject, a hook whose promise is no real one, and a getter that throws break nothing', async () => {
  const unhandled: unknown[] = [];
  const listen = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', listen);
  onTestFinished(() => void process.off('unhandledRejection', listen));
  // An async function is a hook too, although nobody waits for it.
  const fail = (() => Promise.reject(new Error('observer'))) as () => void;
  const later = (async () => {
    await Promise.resolve();
    throw new Error('observer');
  }) as () => void;
  // Even to look whether it is a promise fails.
  const noPromise = new Proxy(
    {},
    {
      get() {
        throw new Error('no promise');
      },
    },
  );
  let isMade = false;
  const manyHooks: DocSpaceHooks[] = [
    { onRequest: fail, onResponse: fail, onRetry: fail, onWarning: fail },
    { onRequest: later, onResponse: () => noPromise, onRetry: later, onWarning: later },
    {
      get onResponse() {
        if (isMade) throw new Error('a getter');
        return () => {};
      },
    },
  ];
  for (const hooks of manyHooks) {
    const server = await startServer(inTurn(text(503, ''), ok));
    isMade = false;
    const docspace = createDocSpaceClient({
      baseUrl: server.url,
      // Not a key of a portal: there is a warning.
      apiKey: 'no-key',
      dialect: 'guide',
      retry: { minDelayMs: 1 },
      hooks,
    });
    isMade = true;
    expect(await docspace.getClients()).toEqual({ clients: [], next: null });
  }
  // Node reports a rejection only once the microtasks are done.
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  expect(unhandled).toEqual([]);
});

test('a hook cannot change what is sent or thrown', async () => {
  const server = await startServer(() => json(404, {}));
  const hooks: DocSpaceHooks = {
    onRequest: (event) =>
      void Object.assign(event, { url: 'x', headers: Object.assign(event.headers, { a: 'b' }) }),
  };
  const docspace = createDocSpaceClient({ baseUrl: server.url, dialect: 'guide', hooks });
  await expect(docspace.getClient('a')).rejects.toMatchObject({ code: 'not_found' });
  expect(server.requests[0]?.headers).not.toHaveProperty('a');
});

import { describe, expect, test } from 'vitest';
import { apiKey, makeClients, pageOf, startPortal } from '@docspace-oauth/testing/portal';
import {
  breakOff,
  inTurn,
  json,
  reset,
  silence,
  stall,
  startServer,
  text,
} from '@docspace-oauth/testing/server';
import type { Reply } from '@docspace-oauth/testing/server';
import { createDocSpaceClient } from './client.ts';
import { DocSpaceError } from './error.ts';
import type { DocSpaceClientOptions } from './options.ts';
import type { RetryEvent } from './hooks.ts';

const ok = json(200, { response: [{ client_id: 'a' }] });
const quick = { minDelayMs: 1 };

async function startGuide(
  options: Partial<DocSpaceClientOptions>,
  ...replies: Reply[]
): Promise<{
  server: Awaited<ReturnType<typeof startServer>>;
  docspace: ReturnType<typeof createDocSpaceClient>;
}> {
  const server = await startServer(inTurn(...replies));
  return {
    server,
    docspace: createDocSpaceClient({
      baseUrl: server.url,
      apiKey,
      dialect: 'guide',
      retry: quick,
      ...options,
    }),
  };
}

describe('retry', () => {
  test.each([
    ['a broken connection', reset],
    ['a body that breaks off', breakOff],
    ['429', text(429, '', { 'retry-after': '0' })],
    ['502 with HTML', text(502, '<html></html>')],
    ['503', text(503, '')],
    ['504', text(504, '')],
  ])('sends again after %s', async (_, failure) => {
    const { server, docspace } = await startGuide({}, failure, failure, ok);
    expect((await docspace.getClients()).clients).toEqual([{ client_id: 'a' }]);
    expect(server.requests).toHaveLength(3);
  });

  test('sends again after an attempt that stalled', async () => {
    const { server, docspace } = await startGuide({ attemptTimeoutMs: 1_000 }, stall, ok);
    expect((await docspace.getClients()).clients).toHaveLength(1);
    expect(server.requests).toHaveLength(2);
  });

  test.each([400, 401, 403, 404, 501])('does not send again after %d', async (status) => {
    const { server, docspace } = await startGuide({}, text(status, ''));
    await expect(docspace.getClients()).rejects.toMatchObject({ status, attempts: 1 });
    expect(server.requests).toHaveLength(1);
  });

  test('sends once again after 500, and no more: a portal also answers 500 to what it cannot read', async () => {
    const slow = await startGuide({}, text(500, ''), ok);
    expect((await slow.docspace.getClients()).clients).toHaveLength(1);
    const unreadable = await startGuide({ retry: { ...quick, attempts: 5 } }, text(500, ''));
    await expect(unreadable.docspace.getClients()).rejects.toMatchObject({ status: 500, attempts: 2 });
    expect(unreadable.server.requests).toHaveLength(2);
  });

  test('500 among other failures is also sent again only once', async () => {
    const { docspace } = await startGuide({}, text(500, ''), text(503, ''), text(500, ''), ok);
    await expect(docspace.getClients()).rejects.toMatchObject({ status: 500, attempts: 3 });
  });

  test('rejects after three attempts, with their number', async () => {
    const { server, docspace } = await startGuide({}, text(503, ''));
    await expect(docspace.getClients()).rejects.toMatchObject({
      code: 'server_error',
      status: 503,
      attempts: 3,
    });
    expect(server.requests).toHaveLength(3);
  });

  test('fails at once with retryAfterMs if the server asks for a longer wait than allowed', async () => {
    const { server, docspace } = await startGuide({}, text(429, '', { 'retry-after': '31' }), ok);
    await expect(docspace.getClients()).rejects.toMatchObject({
      code: 'rate_limited',
      retryAfterMs: 31_000,
      attempts: 1,
    });
    expect(server.requests).toHaveLength(1);
  });

  test('waits exactly as long as the server asks', async () => {
    const waits: number[] = [];
    const hooks = { onRetry: ({ delayMs }: RetryEvent) => void waits.push(delayMs) };
    // 50 ms in nanoseconds, as a live portal's 429 counts.
    const { docspace } = await startGuide({ hooks }, text(429, '', { 'x-ratelimit-reset': '50000000' }), ok);
    await docspace.getClients();
    expect(waits).toEqual([50]);
  });

  test('an abort ends the wait at once, with the caller’s reason', async () => {
    const controller = new AbortController();
    const reason = new Error('the user left');
    const hooks = { onRetry: () => controller.abort(reason) };
    const { server, docspace } = await startGuide({ hooks }, text(503, '', { 'retry-after': '20' }));
    await expect(docspace.getClients({ signal: controller.signal })).rejects.toMatchObject({
      code: 'aborted',
      cause: reason,
      attempts: 1,
    });
    expect(server.requests).toHaveLength(1);
  });
});

describe('deadlines', () => {
  test.each([
    ['never answers', silence],
    ['stalls after the headers', stall],
  ])('a server that %s is a timeout', async (_, reply) => {
    const { docspace } = await startGuide({ attemptTimeoutMs: 60, retry: { attempts: 1 } }, reply);
    await expect(docspace.getClients()).rejects.toMatchObject({
      code: 'timeout',
      attempts: 1,
      message: expect.stringContaining('attemptTimeoutMs 60') as string,
    });
  });

  test('timeoutMs limits all attempts together', async () => {
    const { server, docspace } = await startGuide(
      { timeoutMs: 1_750, attemptTimeoutMs: 700, retry: { ...quick, attempts: 99 } },
      stall,
    );
    await expect(docspace.getClients()).rejects.toMatchObject({ code: 'timeout' });
    expect(server.requests.length).toBeGreaterThan(1);
    expect(server.requests.length).toBeLessThan(5);
  });

  test('a fetch that ignores the signal does not delay the timeout', async () => {
    const docspace = createDocSpaceClient({
      baseUrl: 'http://127.0.0.1:9',
      dialect: 'guide',
      timeoutMs: 50,
      fetch: () => new Promise<Response>(() => {}),
    });
    await expect(docspace.getClients()).rejects.toMatchObject({ code: 'timeout' });
  });

  test('an abort before or during the call rejects with code aborted', async () => {
    const { server, docspace } = await startGuide({}, silence);
    const reason = new Error('gone');
    await expect(docspace.getClients({ signal: AbortSignal.abort(reason) })).rejects.toMatchObject({
      code: 'aborted',
      cause: reason,
    });
    expect(server.requests).toHaveLength(0);
    const controller = new AbortController();
    const call = docspace.getClients({ signal: controller.signal });
    await expect.poll(() => server.requests.length).toBe(1);
    controller.abort(reason);
    await expect(call).rejects.toMatchObject({ code: 'aborted', cause: reason });
  });

  test('a reason that is a DocSpaceError of another call is the cause, not the result', async () => {
    const { docspace } = await startGuide({}, silence);
    const reason = new DocSpaceError('Another call failed.', { code: 'not_found' });
    const call = docspace.getClients({ signal: AbortSignal.abort(reason) });
    await expect(call).rejects.toMatchObject({ code: 'aborted', cause: reason });
  });

  test('a fetch that rejects with the same error each time does not make two calls share an error', async () => {
    const same = new DocSpaceError('Not ours.', { code: 'not_found' });
    const { docspace } = await startGuide({ fetch: () => Promise.reject(same), retry: { attempts: 1 } }, ok);
    const [one, other] = await Promise.allSettled([docspace.getClients(), docspace.getClients()]);
    const reasons = [one, other].map((result) => result.status === 'rejected' && (result.reason as Error));
    expect(reasons).toMatchObject([{ code: 'network' }, { code: 'network' }]);
    expect(reasons[0]).not.toBe(reasons[1]);
  });

  test('the message names the limit that ended the call, the shorter one', async () => {
    const { docspace } = await startGuide({ timeoutMs: 40, attemptTimeoutMs: 10_000 }, silence);
    for (let round = 0; round < 10; round++) {
      await expect(docspace.getClients()).rejects.toThrow('within timeoutMs 40');
    }
  });

  test('one caller’s abort does not end the token exchange of another', async () => {
    let release: (() => void) | undefined;
    let first = true;
    const portal = await startPortal(({ path }) => pageOf(makeClients(1), path), {
      exchange: (tokens) => {
        if (!first) return undefined;
        first = false;
        return (response) => {
          release = () => {
            tokens.push('token-of-a-test');
            response
              .writeHead(200, { 'content-type': 'application/json' })
              .end('{"response":"token-of-a-test"}');
          };
        };
      },
    });
    const docspace = createDocSpaceClient({ baseUrl: portal.url, apiKey, dialect: 'portal' });
    const controller = new AbortController();
    const leaving = docspace.getClients({ signal: controller.signal });
    const staying = docspace.getClients();
    await expect.poll(() => release).toBeDefined();
    controller.abort();
    await expect(leaving).rejects.toMatchObject({ code: 'aborted' });
    release?.();
    expect((await staying).clients).toHaveLength(1);
  });
});

describe('responses that break the contract', () => {
  const pointer = (path: string): object => ({ code: 'unexpected_response', pointer: path, status: 200 });

  test.each([
    [
      'HTML',
      text(200, '<html>Log in</html>', { 'content-type': 'text/html' }),
      { code: 'unexpected_response' },
    ],
    [
      'JSON under another type',
      text(200, '[]', { 'content-type': 'text/plain' }),
      { code: 'unexpected_response' },
    ],
    [
      'truncated JSON',
      text(200, '{"response":[{"client_id":', { 'content-type': 'application/json' }),
      { code: 'unexpected_response' },
    ],
    ['nothing', text(200, '', { 'content-type': 'application/json' }), { code: 'unexpected_response' }],
    ['204', text(204, ''), { code: 'unexpected_response', status: 204 }],
    ['a number', json(200, 7), pointer('')],
    [
      'an item without an id',
      json(200, { response: [{ client_id: 'a' }, { name: 'b' }] }),
      pointer('/response/1/client_id'),
    ],
    ['null instead of an item', json(200, [null]), pointer('/0')],
    ['a cursor that is a number', json(200, { data: [], last_client_id: 5 }), pointer('/last_client_id')],
    [
      'a cursor with half a surrogate pair',
      json(200, { data: [], last_created_on: '\ud800' }),
      pointer('/last_created_on'),
    ],
  ])('a 2xx with %s is an unexpected response', async (_, reply, expected) => {
    const { docspace } = await startGuide({}, reply);
    await expect(docspace.getClients()).rejects.toMatchObject({ ...expected, operationId: 'getClients' });
  });

  test.each([
    [
      'problem details',
      json(400, {
        type: 'about:blank',
        title: 'Bad',
        status: 400,
        errors: [{ field: 'limit', code: 'ErrorName', message: 'no' }],
      }),
      { title: 'Bad', errors: [{ field: 'limit', code: 'ErrorName', message: 'no' }] },
    ],
    ['the reason of older portals', json(400, { reason: 'out of range' }), { detail: 'out of range' }],
    [
      'the common envelope',
      json(400, { status: 1, statusCode: 400, error: { message: 'wrong', stack: 'at x' } }),
      { detail: 'wrong' },
    ],
  ])('the problem is read from %s', async (_, reply, problem) => {
    const { docspace } = await startGuide({}, reply);
    await expect(docspace.getClients()).rejects.toMatchObject({ code: 'bad_request', status: 400, problem });
  });

  test.each([
    ['nothing', text(500, '')],
    ['nginx’s HTML', text(500, '<html><h1>500</h1></html>', { 'content-type': 'text/html' })],
    ['an array', json(500, [1])],
    ['null', json(500, null)],
  ])('an error response with %s has no problem', async (_, reply) => {
    const { docspace } = await startGuide({}, reply);
    await expect(docspace.getClients()).rejects.toMatchObject({ code: 'server_error', problem: undefined });
  });

  test('a redirect is not followed, and its origin is named', async () => {
    const other = await startServer(() => ok);
    const { docspace } = await startGuide({}, text(302, '', { location: `${other.url}/login?next=1` }));
    await expect(docspace.getClients()).rejects.toMatchObject({
      code: 'unexpected_response',
      status: 302,
      message: expect.stringContaining(`a redirect to ${other.url})`) as string,
    });
    expect(other.requests).toHaveLength(0);
  });

  test('a body over maxBodyBytes is refused, with or without a Content-Length', async () => {
    const large = JSON.stringify({ response: 'x'.repeat(5000) });
    const chunked: Reply = (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write(large.slice(0, 100));
      response.end(large.slice(100));
    };
    const { docspace } = await startGuide({ maxBodyBytes: 1000 }, json(200, large), chunked);
    for (let round = 0; round < 2; round++) {
      await expect(docspace.getClients()).rejects.toMatchObject({
        code: 'unexpected_response',
        message: expect.stringContaining('1000 bytes') as string,
      });
    }
  });

  test('an error of fetch that is its own cause is a network error', async () => {
    const cyclic = new Error('cyclic');
    cyclic.cause = cyclic;
    const { docspace } = await startGuide(
      { fetch: () => Promise.reject(cyclic), retry: { attempts: 1 } },
      ok,
    );
    await expect(docspace.getClients()).rejects.toMatchObject({
      code: 'network',
      cause: { message: 'cyclic' },
    });
  });

  test('a fetch that needs to be called without an object works', async () => {
    const { docspace } = await startGuide(
      {
        fetch(this: unknown, ...request) {
          if (this !== undefined) throw new TypeError('Illegal invocation');
          return fetch(...request);
        },
      },
      ok,
    );
    expect((await docspace.getClients()).clients).toHaveLength(1);
  });

  test('an unreachable server is a network error with the system’s code', async () => {
    const docspace = createDocSpaceClient({
      baseUrl: 'http://127.0.0.1:9',
      dialect: 'guide',
      retry: { attempts: 1 },
    });
    const error: unknown = await docspace.getClients().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'network', attempts: 1, status: undefined });
    expect((error as Error).cause).toBeInstanceOf(Error);
  });
});

import { limitedFetch } from '@docspace-oauth/testing/limited-portal';
import type { Limiter } from '@docspace-oauth/testing/limiter';
import { createLimiter, limits } from '@docspace-oauth/testing/limiter';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DocSpaceClient } from './client.ts';
import { createDocSpaceClient } from './client.ts';
import type { DocSpaceError } from './error.ts';
import type { DocSpaceClientOptions } from './options.ts';

/** The limiters are simulated exactly, so that minutes on their clock take milliseconds here. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

type Build = keyof typeof limits;

/** A limited portal that has already let so many requests through. */
function startLimited(build: Build, used: number = 0): Limiter {
  const limiter = createLimiter(limits[build]);
  for (let count = 0; count < used; count++) limiter.take();
  // Long enough for a new second, too short for a token.
  vi.advanceTimersByTime(limits[build].tokenMs / 2);
  Object.assign(limiter.counts, { passed: 0, bucket: 0, perSecond: 0 });
  return limiter;
}

function clientOf(limiter: Limiter, options: Partial<DocSpaceClientOptions> = {}): DocSpaceClient {
  return createDocSpaceClient({
    baseUrl: 'https://portal.example.com',
    apiKey: 'sk-1',
    dialect: 'portal',
    fetch: limitedFetch(limiter),
    ...options,
  });
}

interface Result {
  succeeded: number;
  failed: { error: DocSpaceError; index: number; afterMs: number }[];
  tookMs: number;
}

/** Makes so many calls, at most `atOnce` of them at a time. */
async function run(
  count: number,
  call: (index: number) => Promise<unknown>,
  atOnce: number = count,
): Promise<Result> {
  const startedAt = performance.now();
  const result: Result = { succeeded: 0, failed: [], tookMs: 0 };
  const indexes = Array.from({ length: count }, (_, index) => index).values();
  const worker = async (): Promise<void> => {
    for (const index of indexes) {
      const calledAt = performance.now();
      try {
        await call(index);
        result.succeeded++;
      } catch (error) {
        result.failed.push({ error: error as DocSpaceError, index, afterMs: performance.now() - calledAt });
      }
    }
  };
  const all = Promise.all(Array.from({ length: atOnce }, worker)).then(() => 'done');
  while ((await Promise.race([all, vi.advanceTimersByTimeAsync(1000)])) !== 'done');
  result.tookMs = performance.now() - startedAt;
  return result;
}

const refusals = ({ counts }: Limiter): number => counts.bucket + counts.perSecond;

const single =
  (docspace: DocSpaceClient) =>
  (index: number): Promise<unknown> =>
    docspace.getClient(`client-${index}`);
/** Every failure came early, and what it says about the wait is true: so much later there is a token for it. */
function expectTruthful({ failed }: Result, tokenMs: number): void {
  for (const { error } of failed) {
    expect(error).toMatchObject({ code: 'rate_limited' });
    expect(error.retryAfterMs).toBeGreaterThanOrEqual(0);
    // The last of 400 has all the others before it.
    expect(error.retryAfterMs).toBeLessThanOrEqual(400 * tokenMs + 5000);
  }
}

describe('calls at once on a full bucket', () => {
  test.each([
    ['full', 160, {}],
    ['minified', 140, {}],
    ['minified', 160, { timeoutMs: 60_000 }],
    ['full', 400, { timeoutMs: 300_000 }],
    ['minified', 400, { timeoutMs: 300_000 }],
  ] as const)(
    '%s: %d all succeed with options %j, and hardly any is refused',
    async (build, count, options) => {
      const limiter = startLimited(build);
      const result = await run(count, single(clientOf(limiter, options)));
      expect(result).toMatchObject({ succeeded: count, failed: [] });
      expect(refusals(limiter)).toBeLessThanOrEqual(count / 10);
    },
  );

  test.each([
    ['full', 270],
    ['minified', 130],
  ] as const)('%s: of 400 those that cannot fit fail early and truthfully', async (build, least) => {
    const limiter = startLimited(build);
    const result = await run(400, single(clientOf(limiter)));
    expect(result.succeeded).toBeGreaterThanOrEqual(least);
    expect(result.succeeded + result.failed.length).toBe(400);
    expectTruthful(result, limits[build].tokenMs);
    const early = result.failed.filter(({ afterMs }) => afterMs < 10_000);
    expect(early.length).toBeGreaterThan(result.failed.length * 0.9);
    expect(refusals(limiter)).toBeLessThanOrEqual(40);
  });

  test.each(['full', 'minified'] as const)('%s: 40 public reads all succeed', async (build) => {
    const limiter = startLimited(build);
    const docspace = clientOf(limiter);
    const result = await run(40, (index) => docspace.getPublicClientInfo(`client-${index}`));
    expect(result).toMatchObject({ succeeded: 40, failed: [] });
    expect(refusals(limiter)).toBeLessThanOrEqual(4);
  });
});

test.each(['full', 'minified'] as const)('%s: 500 single reads, 8 at a time, all succeed', async (build) => {
  const limiter = startLimited(build);
  const result = await run(500, single(clientOf(limiter, { timeoutMs: 60_000 })), 8);
  expect(result).toMatchObject({ succeeded: 500, failed: [] });
  expect(refusals(limiter)).toBeLessThanOrEqual(10);
});

test('four programs on one key with 150 single reads each all succeed', async () => {
  const limiter = startLimited('full');
  const programs = [1, 2, 3, 4].map(() => run(150, single(clientOf(limiter)), 1));
  for (const result of await Promise.all(programs)) {
    expect(result).toMatchObject({ succeeded: 150, failed: [] });
  }
  // Each 429 is one of a request that another program has taken the token of.
  expect(refusals(limiter)).toBeLessThanOrEqual(250);
});

describe('a server that always answers 429', () => {
  const refuse =
    (headers: Record<string, string>, sent: string[]): typeof globalThis.fetch =>
    async (url) => {
      sent.push(url as string);
      return new Response(null, { status: 429, headers });
    };

  test('names no time: 40 calls at once end as rate_limited within their deadline, after few requests', async () => {
    const sent: string[] = [];
    const fetch = refuse({ 'x-ratelimit-remaining': '90', 'x-ratelimit-reset': '0' }, sent);
    const docspace = createDocSpaceClient({
      baseUrl: 'https://portal.example.com',
      apiKey: 'sk-1',
      dialect: 'guide',
      fetch,
    });
    const result = await run(40, single(docspace));
    expect(result.failed).toHaveLength(40);
    for (const { error, afterMs } of result.failed) {
      expect(error.code).toBe('rate_limited');
      expect(afterMs).toBeLessThanOrEqual(30_000);
    }
    expect(sent.length).toBeLessThanOrEqual(80);
  });

  test('asks for longer than maxServerDelayMs: the call fails at once with the true wait', async () => {
    const sent: string[] = [];
    const docspace = createDocSpaceClient({
      baseUrl: 'https://portal.example.com',
      dialect: 'guide',
      fetch: refuse({ 'retry-after': '31' }, sent),
    });
    const { failed } = await run(1, single(docspace));
    expect(failed).toMatchObject([{ error: { code: 'rate_limited', retryAfterMs: 31_000 }, afterMs: 0 }]);
    expect(sent).toHaveLength(1);
  });

  test('maxServerDelayMs 0 fails at the first 429', async () => {
    const sent: string[] = [];
    const docspace = createDocSpaceClient({
      baseUrl: 'https://portal.example.com',
      dialect: 'guide',
      retry: { maxServerDelayMs: 0 },
      fetch: refuse({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1000000' }, sent),
    });
    const { failed } = await run(1, single(docspace));
    expect(failed).toMatchObject([{ error: { code: 'rate_limited', attempts: 1 } }]);
    expect(sent).toHaveLength(1);
  });
});

test('hooks tell of the wait and of the requests that are left', async () => {
  const limiter = startLimited('full', 200);
  const waits: { delayMs: number; reason: string; operationId: string | undefined }[] = [];
  const remaining: (number | undefined)[] = [];
  const docspace = clientOf(limiter, {
    hooks: {
      onWait: (event) => void waits.push(event),
      onResponse: (event) => void remaining.push(event.remaining),
    },
  });
  expect(await run(3, single(docspace))).toMatchObject({ succeeded: 3 });
  expect(waits.length).toBeGreaterThan(0);
  expect(waits[0]).toMatchObject({ operationId: 'getClient', reason: expect.any(String) as string });
  expect(waits[0]?.delayMs).toBeGreaterThan(0);
  expect(remaining).toContain(0);
});

import { limitedFetch } from '@docspace-oauth/testing/limited-portal';
import type { Limiter } from '@docspace-oauth/testing/limiter';
import { createLimiter, limits } from '@docspace-oauth/testing/limiter';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DocSpaceClient } from './client.ts';
import { createDocSpaceClient } from './client.ts';
import type { DocSpaceError } from './error.ts';
import type { WaitEvent } from './hooks.ts';
import type { DocSpaceClientOptions } from './options.ts';

/** The limiters are simulated exactly, so that minutes on their clock take milliseconds here. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

type Build = keyof typeof limits;

/** A limited portal whose bucket has lost about so many tokens in the seconds before. */
function startLimited(build: Build, used: number = 0): Limiter {
  const limiter = createLimiter(limits[build]);
  // In several seconds, because no second takes more than 125.
  const perSecond = 100;
  const wholeSeconds = Math.ceil(used / perSecond);
  const refilled = Math.floor((wholeSeconds * 1000) / limits[build].tokenMs);
  for (let second = 0, left = used + refilled; second < wholeSeconds; second++, left -= perSecond) {
    for (let count = 0; count < Math.min(left, perSecond + refilled); count++) limiter.take();
    vi.advanceTimersByTime(1000);
  }
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

interface Failed {
  index: number;
  error: DocSpaceError;
  /** When it failed, in milliseconds after the start. */
  atMs: number;
}

interface Result {
  succeeded: number;
  failed: Failed[];
  tookMs: number;
}

/** Makes so many calls, at most `atOnce` of them at a time. */
async function run(
  count: number,
  call: (index: number) => Promise<unknown>,
  atOnce: number = count,
): Promise<Result> {
  const startedAt = performance.now();
  const elapsed = (): number => performance.now() - startedAt;
  const result: Result = { succeeded: 0, failed: [], tookMs: 0 };
  const indexes = Array.from({ length: count }, (_, index) => index).values();
  const worker = async (): Promise<void> => {
    for (const index of indexes) {
      try {
        await call(index);
        result.succeeded++;
      } catch (error) {
        result.failed.push({ index, error: error as DocSpaceError, atMs: elapsed() });
      }
      result.tookMs = elapsed();
    }
  };
  const state = { isDone: false };
  void Promise.all(Array.from({ length: atOnce }, worker)).then(() => (state.isDone = true));
  while (!state.isDone) await vi.advanceTimersByTimeAsync(1000);
  return result;
}

const singleReads =
  (docspace: DocSpaceClient) =>
  (index: number): Promise<unknown> =>
    docspace.getClient(`client-${index}`);

const refusals = ({ counts }: Limiter): number => counts.bucket + counts.perSecond;

describe('reads at once all succeed, with few refusals', () => {
  test.each<[Build, number, number, Partial<DocSpaceClientOptions>]>([
    ['full', 160, 0, {}],
    ['full', 160, 120, {}],
    ['minified', 140, 0, {}],
    ['minified', 160, 0, { timeoutMs: 60_000 }],
    ['full', 160, 200, { timeoutMs: 60_000 }],
    ['minified', 60, 100, { timeoutMs: 60_000 }],
    ['full', 400, 0, { timeoutMs: 300_000 }],
    ['minified', 400, 0, { timeoutMs: 300_000 }],
  ])('%s: %d reads on a bucket that lacks %d, %o', async (build, count, used, options) => {
    const limiter = startLimited(build, used);
    const { succeeded, failed } = await run(count, singleReads(clientOf(limiter, options)));
    expect(failed).toEqual([]);
    expect(succeeded).toBe(count);
    // The first ten are sent before anything is known.
    expect(refusals(limiter)).toBeLessThanOrEqual(used === limits[build].tokens ? 15 : 5);
  });

  test.each<Build>(['full', 'minified'])('%s: 40 public reads, at most 25 a second', async (build) => {
    const limiter = startLimited(build);
    const docspace = clientOf(limiter);
    const { succeeded } = await run(40, async (index) => docspace.getPublicClientInfo(`client-${index}`));
    expect(succeeded).toBe(40);
    expect(refusals(limiter)).toBe(0);
  });

  test('40 public reads while others use up the server’s second', async () => {
    const limiter = startLimited('full');
    for (let count = 0; count < 20; count++) limiter.take(true);
    Object.assign(limiter.counts, { passed: 0 });
    const docspace = clientOf(limiter);
    const { succeeded } = await run(40, async (index) => docspace.getPublicClientInfo(`client-${index}`));
    expect(succeeded).toBe(40);
    expect(limiter.counts.perSecond).toBeGreaterThan(0);
    expect(limiter.counts.perSecond).toBeLessThanOrEqual(20);
  });

  test.each<Build>(['full', 'minified'])('%s: 500 reads, 8 at a time', async (build) => {
    const limiter = startLimited(build);
    const { succeeded } = await run(500, singleReads(clientOf(limiter)), 8);
    expect(succeeded).toBe(500);
    expect(refusals(limiter)).toBeLessThanOrEqual(5);
  });

  test('the two gates are separate: an empty bucket of signed calls does not hold public ones back', async () => {
    const limiter = startLimited('minified', 100);
    const docspace = clientOf(limiter, { timeoutMs: 60_000 });
    const [signed, anonymous] = await Promise.all([
      run(20, singleReads(docspace)),
      run(20, async (index) => docspace.getPublicClientInfo(`client-${index}`)),
    ]);
    expect([signed.succeeded, anonymous.succeeded]).toEqual([20, 20]);
    expect(signed.tookMs).toBeGreaterThan(10_000);
    expect(anonymous.tookMs).toBeLessThan(2000);
  });
});

describe('four programs with one key, 150 reads each', () => {
  test.each<[Build, number, Partial<DocSpaceClientOptions>]>([
    ['full', 8, {}],
    ['minified', 8, {}],
    ['full', 150, { timeoutMs: 300_000 }],
    ['minified', 150, { timeoutMs: 600_000 }],
  ])('%s: %d at a time, %o, all succeed', async (build, atOnce, options) => {
    const limiter = startLimited(build);
    const results = await Promise.all(
      Array.from({ length: 4 }, () => run(150, singleReads(clientOf(limiter, options)), atOnce)),
    );
    expect(results.map(({ succeeded }) => succeeded)).toEqual([150, 150, 150, 150]);
    // Of those who wait for the same token, one gets it. Fewer than one in two sends in vain.
    expect(refusals(limiter)).toBeLessThan(300);
  });
});

describe('400 reads at once with the default time limit', () => {
  test.each<[Build, number]>([
    ['full', 285],
    ['minified', 138],
  ])('%s: at least %d succeed; the others fail early, with a true retryAfterMs', async (build, least) => {
    const limiter = startLimited(build);
    const { tokens, tokenMs } = limits[build];
    const { succeeded, failed } = await run(400, singleReads(clientOf(limiter)));
    expect(succeeded).toBeGreaterThanOrEqual(least);
    expect(succeeded + failed.length).toBe(400);
    expect(refusals(limiter)).toBeLessThanOrEqual(5);
    expect(failed.map(({ error }) => error.code)).toEqual(failed.map(() => 'rate_limited'));
    // Nine in ten know it within the first seconds, and not when their time is up.
    expect(failed.filter(({ atMs }) => atMs < 5000).length).toBeGreaterThan(0.9 * failed.length);
    for (const { index, error, atMs } of failed) {
      const told = atMs + (error.retryAfterMs ?? 0);
      // When the bucket has had a token for it and for all who came before.
      const freeAt = (index + 1 - tokens) * tokenMs;
      expect(told).toBeGreaterThan(0.9 * freeAt);
      expect(told).toBeLessThan(1.1 * freeAt + 2000);
    }
  });

  test('a call that comes back after retryAfterMs succeeds', async () => {
    const limiter = startLimited('minified');
    const docspace = clientOf(limiter);
    const [first] = (await run(400, singleReads(docspace))).failed.toSorted((a, b) => a.index - b.index);
    const waitedMs = performance.now() - (first?.atMs ?? 0);
    await vi.advanceTimersByTimeAsync(Math.max(0, (first?.error.retryAfterMs ?? 0) - waitedMs));
    expect((await run(1, singleReads(docspace))).succeeded).toBe(1);
  });
});

describe('a server that always says 429', () => {
  const refuse = (headers: Record<string, string>): { fetch: typeof globalThis.fetch; times: number[] } => {
    const times: number[] = [];
    const fetch = async (): Promise<Response> => {
      times.push(performance.now());
      return new Response('', { status: 429, headers });
    };
    return { fetch, times };
  };
  const ofBucket = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '300000000' };
  const ofServer = { 'x-ratelimit-remaining': '99', 'x-ratelimit-reset': '0' };

  test.each([
    ['of the token bucket', ofBucket, 30],
    ['of the server', ofServer, 25],
    ['without a reset', {}, 40],
  ])('%s: a call fails within its time, after few requests', async (_, headers, most) => {
    const { fetch, times } = refuse(headers);
    const docspace = createDocSpaceClient({ baseUrl: 'https://a.example', dialect: 'guide', fetch });
    const { failed, tookMs } = await run(1, singleReads(docspace));
    expect(failed).toMatchObject([{ error: { code: 'rate_limited' } }]);
    expect(failed[0]?.error.retryAfterMs).toBeGreaterThan(0);
    expect(failed[0]?.error.attempts).toBe(times.length);
    expect(tookMs).toBeLessThanOrEqual(30_000);
    // More than three: a 429 is no failed attempt. But ever more slowly.
    expect(times.length).toBeGreaterThan(4);
    expect(times.length).toBeLessThan(most);
    expect(Math.min(...times.slice(1).map((time, index) => time - (times[index] ?? 0)))).toBeGreaterThan(250);
  });

  test('40 calls at once fail within their time, after few requests', async () => {
    const { fetch, times } = refuse(ofServer);
    const docspace = createDocSpaceClient({ baseUrl: 'https://a.example', dialect: 'guide', fetch });
    const { failed } = await run(40, singleReads(docspace));
    expect(failed).toHaveLength(40);
    for (const { error, atMs } of failed) {
      expect(error.code).toBe('rate_limited');
      expect(atMs).toBeLessThanOrEqual(30_000);
    }
    expect(times.length).toBeLessThanOrEqual(80);
  });

  test.each([
    ['of the token bucket', ofBucket, 300],
    ['of the server', ofServer, 1000],
    ['with Retry-After', { 'retry-after': '7' }, 7000],
  ])('%s: with maxServerDelayMs 0 a call fails at the first one', async (_, headers, retryAfterMs) => {
    const { fetch, times } = refuse(headers);
    const docspace = createDocSpaceClient({
      baseUrl: 'https://a.example',
      dialect: 'guide',
      retry: { maxServerDelayMs: 0 },
      fetch,
    });
    const { failed, tookMs } = await run(1, singleReads(docspace));
    expect(failed).toMatchObject([
      { error: { code: 'rate_limited', status: 429, attempts: 1, retryAfterMs } },
    ]);
    expect(times).toHaveLength(1);
    expect(tookMs).toBeLessThan(10);
  });

  test('a wait that cannot fit into the time of the call fails at once', async () => {
    const { fetch, times } = refuse({ 'retry-after': '20' });
    const docspace = createDocSpaceClient({
      baseUrl: 'https://a.example',
      dialect: 'guide',
      timeoutMs: 10_000,
      fetch,
    });
    const { failed, tookMs } = await run(3, singleReads(docspace), 1);
    for (const { error } of failed) expect(error).toMatchObject({ code: 'rate_limited' });
    // The others know without a request of their own.
    expect([failed.length, times.length]).toEqual([3, 1]);
    expect(failed[0]?.error.retryAfterMs).toBe(20_000);
    expect(failed[2]?.error.retryAfterMs).toBeGreaterThan(19_000);
    expect(tookMs).toBeLessThan(100);
  });
});

describe('waits for the rate limit', () => {
  test('a random wait does not push a call beyond a deadline that the bare wait meets', async () => {
    for (let round = 0; round < 50; round++) {
      const limiter = startLimited('minified', 100);
      // The bucket has one token and two thirds. The others come after 0.2, 0.8 and 1.4 s.
      const docspace = clientOf(limiter, { timeoutMs: 1650, fetch: limitedFetch(limiter, 20) });
      expect((await run(4, singleReads(docspace))).failed).toEqual([]);
    }
  });

  test('are told to the hook onWait, with their reason; onResponse tells what is left', async () => {
    const limiter = startLimited('minified', 98);
    const waits: WaitEvent[] = [];
    const left: (number | undefined)[] = [];
    const docspace = clientOf(limiter, {
      hooks: {
        onWait: (event) => waits.push(event),
        onResponse: ({ operationId, remaining }) => {
          if (operationId === 'getClient') left.push(remaining);
        },
      },
    });
    await run(6, singleReads(docspace), 1);
    expect(waits).toContainEqual({
      operationId: 'getClient',
      delayMs: expect.any(Number) as number,
      reason: 'spaced',
    });
    expect(Math.max(...waits.map(({ delayMs }) => delayMs))).toBeLessThan(700);
    expect(left.slice(0, 3)).toEqual([1, 0, 0]);

    const { fetch } = {
      fetch: async () => new Response('', { status: 429, headers: { 'retry-after': '5' } }),
    };
    const refused = createDocSpaceClient({
      baseUrl: 'https://a.example',
      dialect: 'guide',
      fetch,
      timeoutMs: 8000,
      hooks: { onWait: (event) => waits.push(event) },
    });
    waits.length = 0;
    await run(1, singleReads(refused));
    expect(waits[0]).toMatchObject({ operationId: 'getClient', reason: 'refused' });
    expect(waits[0]?.delayMs).toBeGreaterThanOrEqual(5000);
  });

  test('end at once when the caller aborts', async () => {
    const limiter = startLimited('minified', 100);
    const docspace = clientOf(limiter);
    const controller = new AbortController();
    setTimeout(() => controller.abort('enough'), 200);
    const calls = run(5, async (index) => docspace.getClient(`${index}`, { signal: controller.signal }));
    const { failed } = await calls;
    for (const { error, atMs } of failed) {
      expect(error).toMatchObject({ code: 'aborted', cause: 'enough' });
      expect(atMs).toBeLessThan(250);
    }
    // One may have had its turn before.
    expect(failed.length).toBeGreaterThanOrEqual(4);
  });

  test('are within timeoutMs even if a number in the response asks for more', async () => {
    const limited = { 'x-ratelimit-remaining': '4', 'x-ratelimit-reset': '60' };
    const fetch = async (): Promise<Response> => Response.json({ client_id: 'a' }, { headers: limited });
    const docspace = createDocSpaceClient({
      baseUrl: 'https://a.example',
      dialect: 'guide',
      timeoutMs: 2000,
      fetch,
    });
    const { succeeded, tookMs } = await run(3, singleReads(docspace), 1);
    expect(succeeded).toBe(3);
    expect(tookMs).toBeLessThan(2000);
  });

  test('are not for the token exchange, whose 429 does not hold other calls back either', async () => {
    const limiter = startLimited('full');
    const portal = limitedFetch(limiter);
    let exchanges = 0;
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const isExchange = new URL(input as string).pathname.endsWith('/token');
      if (isExchange && ++exchanges === 1) return new Response('', { status: 429 });
      return portal(input, init);
    };
    const { succeeded, tookMs } = await run(20, singleReads(clientOf(limiter, { fetch })));
    expect([succeeded, exchanges]).toEqual([20, 2]);
    expect(tookMs).toBeLessThan(2500);
  });
});

test('without a limit from the server, any number of calls is sent at once', async () => {
  let inFlight = 0;
  let most = 0;
  const fetch = async (): Promise<Response> => {
    most = Math.max(most, ++inFlight);
    await new Promise((resolve) => setTimeout(resolve, 50));
    inFlight--;
    return Response.json({ client_id: 'a' });
  };
  const docspace = createDocSpaceClient({ baseUrl: 'https://a.example', dialect: 'guide', fetch });
  await run(1, singleReads(docspace));
  await run(300, singleReads(docspace));
  expect(most).toBe(300);
});

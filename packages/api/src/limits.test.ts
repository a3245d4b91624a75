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
        if (process.env['DBG'])
          console.log(
            'away',
            index,
            Math.round(performance.now() - startedAt),
            (error as DocSpaceError).retryAfterMs,
          );
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
function log(name: string, limiter: Limiter, result: Result): void {
  console.log(
    name,
    JSON.stringify(limiter.counts),
    result.succeeded,
    result.failed.length,
    Math.round(result.tookMs),
    result.failed.slice(0, 3).map((f) => [Math.round(f.afterMs), f.error.retryAfterMs, f.error.code]),
  );
}

describe('X', () => {
  test.each([
    ['full', 160, 0, {}],
    ['full', 160, 120, {}],
    ['minified', 140, 0, {}],
    ['minified', 160, 0, { timeoutMs: 60_000 }],
    ['full', 160, 200, { timeoutMs: 60_000 }],
    ['full', 400, 0, { timeoutMs: 300_000 }],
    ['minified', 400, 0, { timeoutMs: 300_000 }],
    ['minified', 400, 0, {}],
    ['full', 400, 0, {}],
  ] as const)('%s %d at once, used %d', async (build, count, used, options) => {
    for (let n = 0; n < 3; n++) {
      const limiter = startLimited(build, used);
      const r = await run(count, single(clientOf(limiter, options)));
      log(`${build} ${count} ${used}`, limiter, r);
    }
  });
  test.each(['full', 'minified'] as const)('40 public %s', async (build) => {
    const limiter = startLimited(build);
    const d = clientOf(limiter);
    log('public 40', limiter, await run(40, (i) => d.getPublicClientInfo(`x${i}`)));
  });
  test.each(['full', 'minified'] as const)('500 8 %s', async (build) => {
    const limiter = startLimited(build);
    log('500 by 8 ' + build, limiter, await run(500, single(clientOf(limiter)), 8));
  });
  test.each([
    ['full', 8, {}],
    ['minified', 8, {}],
    ['full', 150, { timeoutMs: 300_000 }],
    ['minified', 150, { timeoutMs: 600_000 }],
  ] as const)('4 programs %s %d', async (build, atOnce, options) => {
    const limiter = startLimited(build);
    const rs = await Promise.all(
      [1, 2, 3, 4].map(() => run(150, single(clientOf(limiter, options)), atOnce)),
    );
    for (const r of rs) log(`4x150 ${build} ${atOnce}`, limiter, r);
  });
});

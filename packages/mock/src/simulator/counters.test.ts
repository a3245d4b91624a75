import { expect, test } from 'vitest';

import { countInBuckets, countInWindows, type Counter } from './counters.ts';

interface Clock {
  now: number;
}

function countersAt(clock: Clock): { buckets: Counter; windows: Counter } {
  const now = (): number => clock.now;
  return { buckets: countInBuckets(now), windows: countInWindows(now, 1000) };
}

test.each([
  { limit: 200, tokenMs: 300 },
  { limit: 100, tokenMs: 600 },
  { limit: 7, tokenMs: 60_000 / 7 },
])('a bucket of $limit gets one token every $tokenMs ms', ({ limit, tokenMs }) => {
  const clock = { now: 1_000_000 };
  const { buckets } = countersAt(clock);
  const remaining = Array.from({ length: limit }, () => buckets.take('a', limit).remaining);
  expect(remaining).toEqual(Array.from({ length: limit }, (_, index) => limit - 1 - index));
  // Empty: each refused call is told when the next single token is there, and takes nothing.
  expect(buckets.take('a', limit)).toEqual({ allowed: false, remaining: 0, resetMs: Math.ceil(tokenMs) });
  clock.now += 100;
  expect(buckets.take('a', limit).resetMs).toBe(Math.ceil(tokenMs - 100));
  clock.now += Math.ceil(tokenMs) - 101;
  expect(buckets.take('a', limit)).toMatchObject({ allowed: false, resetMs: 1 });
  clock.now += 1;
  expect(buckets.take('a', limit)).toEqual({ allowed: true, remaining: 0, resetMs: 0 });
  expect(buckets.take('a', limit).allowed).toBe(false);
  clock.now += 60_000;
  expect(buckets.take('a', limit)).toMatchObject({ allowed: true, remaining: limit - 1 });
});

test('a bucket is never fuller than full, and a limit of 0 allows nothing', () => {
  const clock = { now: 0 };
  const { buckets } = countersAt(clock);
  buckets.take('a', 3);
  clock.now += 10 * 60_000;
  expect(buckets.take('a', 3).remaining).toBe(2);
  expect(buckets.take('b', 0)).toEqual({ allowed: false, remaining: 0, resetMs: 60_000 });
});

test('a window has its full limit again when it ends', () => {
  const clock = { now: 0 };
  const { windows } = countersAt(clock);
  const take = (): boolean => windows.take('a', 2).allowed;
  expect([take(), take(), take()]).toEqual([true, true, false]);
  clock.now = 999;
  expect(windows.take('a', 2)).toEqual({ allowed: false, remaining: 0, resetMs: 1 });
  clock.now = 1000;
  expect([take(), take(), take()]).toEqual([true, true, false]);
});

test('each caller has a limit of its own, and those who called last are remembered: ten thousand', () => {
  const { buckets } = countersAt({ now: 0 });
  const take = (key: number): boolean => buckets.take(String(key), 1).allowed;
  for (let key = 0; key <= 10_000; key += 1) expect(take(key)).toBe(true);
  // The first one has been forgotten, the second one has not.
  expect([take(1), take(0)]).toEqual([false, true]);
});

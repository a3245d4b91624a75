import { describe, expect, test } from 'vitest';
import { backoffMs, retryDelayMs } from './retry.ts';

const policy = { attempts: 3, minDelayMs: 250, maxDelayMs: 8000, maxServerDelayMs: 30_000 };
const minute = 60_000;

describe('the wait after a failed attempt', () => {
  test.each([
    ['after the last attempt', 3, undefined, minute],
    ['if the server asks for too long a wait', 1, 30_001, minute],
    ['if the wait would pass the deadline', 1, 5000, 5000],
    ['if the deadline has passed', 1, 0, 0],
  ])('there is no further attempt %s', (_, failedAttempts, serverDelayMs, remainingMs) => {
    expect(retryDelayMs(failedAttempts, serverDelayMs, policy, remainingMs)).toBeUndefined();
  });

  test('is exactly what the server asks for', () => {
    expect(retryDelayMs(2, 30_000, policy, minute)).toBe(30_000);
  });

  test('is the backoff if the server asks for none', () => {
    const waits = Array.from({ length: 50 }, () => retryDelayMs(2, undefined, policy, minute) ?? Infinity);
    expect(Math.max(...waits)).toBeLessThanOrEqual(500);
  });
});

test('the backoff is anything from 0 to a bound that doubles up to the maximum', () => {
  for (const [failed, bound] of [
    [1, 250],
    [2, 500],
    [3, 1000],
    [6, 8000],
    [60, 8000],
  ] as const) {
    const waits = Array.from({ length: 200 }, () => backoffMs(failed, policy));
    expect(Math.max(...waits)).toBeLessThanOrEqual(bound);
    expect(Math.max(...waits)).toBeGreaterThan(bound / 2);
    expect(Math.min(...waits)).toBeLessThan(bound / 2);
  }
});

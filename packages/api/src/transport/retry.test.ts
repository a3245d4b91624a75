import { describe, expect, test } from 'vitest';
import { backoffMs, rateLimitResetMs, serverDelayMs } from './retry.ts';

const policy = { attempts: 3, minDelayMs: 250, maxDelayMs: 8000, maxServerDelayMs: 30_000 };
const now = Date.parse('2026-01-01T00:00:00Z');

describe('the wait that a server asks for', () => {
  test.each([
    [429, { 'retry-after': '7' }, 7000],
    [503, { 'retry-after': ' 0 ' }, 0],
    [503, { 'retry-after': 'Thu, 01 Jan 2026 00:00:05 GMT' }, 5000],
    [503, { 'retry-after': 'Wed, 31 Dec 2025 23:00:00 GMT' }, 0],
    [429, { 'x-ratelimit-reset': '42' }, 42_000],
    [429, { 'x-ratelimit-reset': '42000000000' }, 42_000],
    [429, { 'retry-after': '1', 'x-ratelimit-reset': '42' }, 1000],
    [429, { 'retry-after': 'soon' }, undefined],
    [429, { 'retry-after': '-1' }, undefined],
    [429, { 'x-ratelimit-reset': 'NaN' }, undefined],
    [429, {}, undefined],
    // A success says when its window ends, a failure of another kind says nothing.
    [503, { 'x-ratelimit-reset': '42' }, undefined],
    [200, { 'retry-after': '7' }, undefined],
  ])('%d %j', (status, headers, expected) => {
    expect(serverDelayMs(status, new Headers(headers as Record<string, string>), now)).toBe(expected);
  });

  test('seconds and nanoseconds are told apart', () => {
    expect(rateLimitResetMs(new Headers({ 'x-ratelimit-reset': '60' }))).toBe(60_000);
    expect(rateLimitResetMs(new Headers({ 'x-ratelimit-reset': '1500000' }))).toBe(1.5);
  });
});

test('the backoff is anything from 0 to a bound that doubles up to the cap', () => {
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

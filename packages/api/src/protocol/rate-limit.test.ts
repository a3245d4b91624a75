import { describe, expect, test } from 'vitest';
import { rateBudgetOf, rateLimitResetMs, serverDelayMs } from './rate-limit.ts';

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
    // Only a 429 is about the rate limit.
    [503, { 'x-ratelimit-reset': '42' }, undefined],
    [200, { 'retry-after': '7' }, undefined],
  ])('after %d with %j', (status, headers, expected) => {
    expect(serverDelayMs(status, new Headers(headers as Record<string, string>), now)).toBe(expected);
  });

  test('X-Ratelimit-Reset is read in seconds or, above a day, in nanoseconds', () => {
    expect(rateLimitResetMs(new Headers({ 'x-ratelimit-reset': '60' }))).toBe(60_000);
    expect(rateLimitResetMs(new Headers({ 'x-ratelimit-reset': '1500000' }))).toBe(1.5);
  });
});

describe('the rate budget', () => {
  test('is how many requests are left, and for how long', () => {
    const headers = new Headers({ 'x-ratelimit-remaining': '7', 'x-ratelimit-reset': '60' });
    expect(rateBudgetOf(headers)).toEqual({ remaining: 7, resetMs: 60_000 });
  });

  test.each([
    {},
    { 'x-ratelimit-remaining': '-1', 'x-ratelimit-reset': '60' },
    { 'x-ratelimit-remaining': 'many', 'x-ratelimit-reset': '60' },
    { 'x-ratelimit-remaining': '0' },
  ])('is ignored with the headers %j', (headers) => {
    expect(rateBudgetOf(new Headers(headers as Record<string, string>))).toBeUndefined();
  });
});

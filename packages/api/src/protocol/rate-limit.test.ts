import { describe, expect, test } from 'vitest';
import { mayPass, rateNewsOf, serverDelayMs } from './rate-limit.ts';

const now = Date.parse('2026-01-01T00:00:00Z');
const hourBefore = 'Wed, 31 Dec 2025 23:00:00 GMT';
const hourAfter = 'Thu, 01 Jan 2026 01:00:00 GMT';

describe('Retry-After', () => {
  test.each<[Record<string, string>, number | undefined]>([
    [{ 'retry-after': '7' }, 7000],
    [{ 'retry-after': ' 1.5 ' }, 1500],
    [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:05 GMT' }, 5000],
    // Measured against the clock of the server, an hour ahead or behind.
    [{ 'retry-after': 'Thu, 01 Jan 2026 01:00:05 GMT', date: hourAfter }, 5000],
    [{ 'retry-after': 'Wed, 31 Dec 2025 23:00:05 GMT', date: hourBefore }, 5000],
    [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:05 GMT', date: 'yesterday' }, 5000],
    // What asks for no wait at all says nothing.
    [{ 'retry-after': '0' }, undefined],
    [{ 'retry-after': hourBefore }, undefined],
    [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:05 GMT', date: hourAfter }, undefined],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '-1' }, undefined],
    [{}, undefined],
  ])('of %j asks for %s ms', (headers, expected) => {
    expect(serverDelayMs(new Headers(headers), now)).toBe(expected);
  });
});

describe('what a response says about the rate limit', () => {
  const newsOf = (status: number, remaining?: string, reset?: string, after?: string): unknown =>
    rateNewsOf(
      status,
      new Headers({
        ...(remaining !== undefined && { 'x-ratelimit-remaining': remaining }),
        ...(reset !== undefined && { 'x-ratelimit-reset': reset }),
        ...(after !== undefined && { 'retry-after': after }),
      }),
      now,
    );
  const notSaid = { waitMs: 500, spreadMs: 1000, untilToken: false };

  test('a 429 of the token bucket tells the nanoseconds until one token', () => {
    expect(newsOf(429, '0', '1000000')).toEqual({ remaining: 0, refusal: { waitMs: 1, untilToken: true } });
    expect(newsOf(429, '0', '600000000')).toEqual({
      remaining: 0,
      refusal: { waitMs: 600, untilToken: true },
    });
  });

  test('a reset of 0, or none, is not said: the wait is half a second to one and a half', () => {
    expect(newsOf(429, '150', '0')).toEqual({ remaining: 150, refusal: notSaid });
    expect(newsOf(429)).toEqual({ remaining: 0, refusal: notSaid });
    expect(newsOf(429, 'many', 'NaN')).toEqual({ remaining: 0, refusal: notSaid });
    expect(newsOf(429, undefined, '-1', '0')).toEqual({ remaining: 0, refusal: notSaid });
  });

  test('a longer wait, in seconds or nanoseconds, is that of another limit than the bucket', () => {
    const refusal = { waitMs: 42_000, untilToken: false };
    expect(newsOf(429, '0', '42')).toEqual({ remaining: 0, refusal });
    expect(newsOf(429, '0', '42000000000')).toEqual({ remaining: 0, refusal });
  });

  test('Retry-After of a proxy in front counts more than the reset', () => {
    const refusal = { waitMs: 2000, untilToken: false };
    expect(newsOf(429, '0', '1000000', '2')).toEqual({ remaining: 0, refusal });
  });

  test.each([200, 400, 403, 404, 500])('%d tells how many requests are left, and no time', (status) => {
    expect(newsOf(status, '7', '0')).toEqual({ remaining: 7 });
  });

  test('a success without a limit means that there is none; a failure without one says nothing', () => {
    expect(newsOf(200)).toEqual({ remaining: Infinity });
    expect(newsOf(502)).toBeUndefined();
    expect(newsOf(403)).toBeUndefined();
  });
});

describe('a failure that may pass when the request is sent again', () => {
  test.each([502, 503, 504, 'network', 'timeout'])('%s, however often', (failure) => {
    expect(mayPass(failure, [failure, failure])).toBe(true);
  });
  test('500, once', () => {
    expect(mayPass(500, [502])).toBe(true);
    expect(mayPass(500, [500])).toBe(false);
  });
  test.each([200, 301, 400, 403, 404, 429, 501, 'aborted', 'unexpected_response', undefined])(
    'not %s',
    (failure) => {
      expect(mayPass(failure, [])).toBe(false);
    },
  );
});

import { describe, expect, test } from 'vitest';
import { mayPass, rateNewsOf, serverDelayMs } from './rate-limit.ts';

const now = Date.parse('2026-01-01T00:00:00Z');
type Fields = Record<string, string>;

describe('Retry-After', () => {
  test.each([
    [{ 'retry-after': '7' }, 7000],
    [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:05 GMT' }, 5000],
    [{ 'retry-after': 'Thu, 01 Jan 2026 01:00:05 GMT', date: 'Thu, 01 Jan 2026 01:00:00 GMT' }, 5000],
    [{ 'retry-after': 'Wed, 31 Dec 2025 23:00:05 GMT', date: 'Wed, 31 Dec 2025 23:00:00 GMT' }, 5000],
    [{ 'retry-after': ' 0 ' }, undefined],
    [{ 'retry-after': 'Wed, 31 Dec 2025 23:00:00 GMT' }, undefined],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '-1' }, undefined],
    [{}, undefined],
  ])('%j asks for %s ms, measured on the clock of the server', (headers, expected) => {
    expect(serverDelayMs(new Headers(headers as Fields), now)).toBe(expected);
  });
});

describe('what a response says about the rate limit', () => {
  test.each([
    [
      'limiter A',
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '300000000' },
      { waitMs: 300, untilToken: true },
    ],
    [
      'limiter B',
      { 'x-ratelimit-remaining': '90', 'x-ratelimit-reset': '0' },
      { waitMs: 500, spreadMs: 1000, untilToken: false },
    ],
    ['a server that names no time', {}, { waitMs: 500, spreadMs: 1000, untilToken: false }],
    ['a window of a minute', { 'x-ratelimit-reset': '42' }, { waitMs: 42_000, untilToken: false }],
    [
      'a proxy that sends Retry-After',
      { 'retry-after': '1', 'x-ratelimit-reset': '42' },
      { waitMs: 1000, untilToken: false },
    ],
    [
      'a reset that is no number',
      { 'x-ratelimit-reset': 'NaN' },
      { waitMs: 500, spreadMs: 1000, untilToken: false },
    ],
  ])('a 429 of %s', (_, headers, refusal) => {
    expect(rateNewsOf(429, new Headers(headers as Fields), now)?.refusal).toEqual(refusal);
  });

  test.each([
    [200, { 'x-ratelimit-remaining': '7', 'x-ratelimit-reset': '0' }, { remaining: 7 }],
    [404, { 'x-ratelimit-remaining': '7', 'x-ratelimit-reset': '0' }, { remaining: 7 }],
    [200, {}, { remaining: Infinity }],
    [200, { 'x-ratelimit-remaining': '-1' }, { remaining: Infinity }],
    [403, {}, undefined],
    [502, {}, undefined],
  ])('a %d with %j: %j', (status, headers, news) => {
    expect(rateNewsOf(status, new Headers(headers as Fields), now)).toEqual(news);
  });
});

test('a fault may pass, a 500 only once, and a 429 is no fault', () => {
  for (const failure of [502, 503, 504, 'network', 'timeout']) expect(mayPass(failure, [502])).toBe(true);
  expect(mayPass(500, [502])).toBe(true);
  expect(mayPass(500, [500])).toBe(false);
  for (const failure of [429, 403, 404, 'aborted', undefined]) expect(mayPass(failure, [])).toBe(false);
});

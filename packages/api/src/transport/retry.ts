import type { RetryOptions } from '../options.ts';

/** Decides about retries; knows no transport, sends nothing, waits for nothing. */

/** Whether an answer of this status may be better next time. */
export function isRetryable(status: number): boolean {
  return [429, 502, 503, 504].includes(status);
}

/** No rate-limit window lasts a day: a larger X-Ratelimit-Reset counts nanoseconds, as a live portal's 429 does. */
const longestResetSeconds = 86_400;

const number = /^\d+(?:\.\d+)?$/;

/** X-Ratelimit-Reset in milliseconds: seconds on a success, nanoseconds on the portal's 429. */
export function rateLimitResetMs(headers: Headers): number | undefined {
  const text = headers.get('x-ratelimit-reset') ?? '';
  const value = Number(text);
  return number.test(text) ? (value > longestResetSeconds ? value / 1e6 : value * 1000) : undefined;
}

/** How long the server asks to wait, in milliseconds: Retry-After in seconds or as an HTTP-date, else X-Ratelimit-Reset. */
export function serverDelayMs(status: number, headers: Headers, now: number): number | undefined {
  if (!isRetryable(status)) return undefined;
  const after = headers.get('retry-after')?.trim() ?? '';
  if (number.test(after)) return Number(after) * 1000;
  // Every HTTP-date names its month; Date.parse alone would take "-1" for a year.
  const date = /[a-z]{3}/i.test(after) ? Date.parse(after) : Number.NaN;
  if (date) return Math.max(0, date - now);
  return status === 429 ? rateLimitResetMs(headers) : undefined;
}

/** Full jitter: anything from 0 to a bound that doubles with each failed attempt, so that callers do not come back together. */
export function backoffMs(failedAttempts: number, policy: Required<RetryOptions>): number {
  return Math.random() * Math.min(policy.maxDelayMs, policy.minDelayMs * 2 ** (failedAttempts - 1));
}

/** What the status and the headers of a response say about sending again, in plain milliseconds. */

/** The part of `Headers` that is read here. */
interface HeaderSource {
  get(name: string): string | null;
}

/** Whether the same request may succeed later. */
export function isRetryable(status: number): boolean {
  return [429, 502, 503, 504].includes(status);
}

/** No rate-limit window lasts a day. A larger X-Ratelimit-Reset is in nanoseconds, as in the 429 of a live portal. */
const longestResetSeconds = 86_400;

const number = /^\d+(?:\.\d+)?$/;

/** X-Ratelimit-Reset in milliseconds: seconds with a success, nanoseconds with the 429 of a portal. */
export function rateLimitResetMs(headers: HeaderSource): number | undefined {
  const text = headers.get('x-ratelimit-reset') ?? '';
  const value = Number(text);
  return number.test(text) ? (value > longestResetSeconds ? value / 1e6 : value * 1000) : undefined;
}

/** How long the server asks to wait: Retry-After in seconds or as an HTTP-date, else X-Ratelimit-Reset. */
export function serverDelayMs(status: number, headers: HeaderSource, now: number): number | undefined {
  if (!isRetryable(status)) return undefined;
  const after = headers.get('retry-after')?.trim() ?? '';
  if (number.test(after)) return Number(after) * 1000;
  // Every HTTP-date names its month; Date.parse alone would take "-1" for a year.
  const date = /[a-z]{3}/i.test(after) ? Date.parse(after) : Number.NaN;
  if (date) return Math.max(0, date - now);
  return status === 429 ? rateLimitResetMs(headers) : undefined;
}

/** How many requests the server still allows, and for how long that holds. */
export interface RateBudget {
  remaining: number;
  resetMs: number;
}

/** The budget in the X-Ratelimit-* headers; undefined if they are missing or make no sense. */
export function rateBudgetOf(headers: HeaderSource): RateBudget | undefined {
  const remaining = Number(headers.get('x-ratelimit-remaining') ?? Number.NaN);
  const resetMs = rateLimitResetMs(headers);
  return remaining >= 0 && resetMs !== undefined ? { remaining, resetMs } : undefined;
}

/** What the status and the headers of a response say about sending again, in plain milliseconds. */

/** The part of `Headers` that is read here. */
interface HeaderSource {
  get(name: string): string | null;
}

/** What is known of a limit beforehand. */
interface RateLimit {
  /** Requests that it takes in one second. */
  perSecond: number;
  /** How long one more token takes, in milliseconds: in a bucket of at most `smallSize` tokens, and in a larger one. */
  smallTokenMs: number;
  smallSize: number;
  largeTokenMs: number;
}

/** A request that was refused because there were too many. */
interface Refusal {
  /** The least time to wait. */
  waitMs: number;
  /** How long the random wait on top of it may be; if it is missing, as long as one token takes. */
  spreadMs?: number | undefined;
  /** Whether `waitMs` is the time until one more request is allowed. */
  untilToken: boolean;
}

/** What a response says about the limit that its request counted against. */
interface RateNews {
  /** Requests that are still allowed; Infinity if the server names no limit. */
  remaining: number;
  refusal?: Refusal;
}

/** The bucket of the build that runs as one process has 100 tokens, that of the full one 200. */
const bucket = { smallTokenMs: 600, smallSize: 100, largeTokenMs: 300 };

/**
 * The limits of a portal. It takes 125 calls a second with a credential and 25 without, from everyone together: some room
 * is left for others. The token exchange counts against neither.
 */
export const rateLimits: Readonly<Record<'signed' | 'anonymous' | 'exchange', RateLimit>> = {
  signed: { perSecond: 100, ...bucket },
  anonymous: { perSecond: 20, ...bucket },
  exchange: { perSecond: Infinity, ...bucket },
};

/** The window of the limit that a portal's 429 names no time for. */
const windowMs = 1000;
/** What asks for a longer wait than this is no token bucket of a portal, but the limit of another server. */
const longestTokenMs = 1000;
/** No rate-limit window lasts a day. A larger X-Ratelimit-Reset is in nanoseconds, as in the 429 of a live portal. */
const longestResetSeconds = 86_400;

const number = /^\d+(?:\.\d+)?$/;

/**
 * Whether a failure may pass when the request is sent again: the status of a response, or the code of an error without one.
 * A 429 is not among them: it is no failure.
 */
export function mayPass(failure: number | string | undefined, before: readonly unknown[]): boolean {
  // A GET changes nothing. But a portal also answers 500 to what it cannot read, and would do so every time.
  if (failure === 500) return !before.includes(500);
  return [502, 503, 504, 'network', 'timeout'].includes(failure as string);
}

/** Retry-After, in seconds or as an HTTP-date; undefined if it asks for no wait at all. */
export function serverDelayMs(headers: HeaderSource, now: number): number | undefined {
  const after = headers.get('retry-after')?.trim() ?? '';
  if (number.test(after)) return Number(after) * 1000 || undefined;
  // Every HTTP-date names its month; Date.parse alone would take "-1" for a year.
  const date = /[a-z]{3}/i.test(after) ? Date.parse(after) : Number.NaN;
  // Measured on the server's own clock if it shows it: the clock of this machine may be hours off.
  const serverNow = Date.parse(headers.get('date') ?? '') || now;
  return date > serverNow ? date - serverNow : undefined;
}

/** X-Ratelimit-Reset of a 429 in milliseconds: nanoseconds on a portal, where 0 means that it does not say. */
function resetMs(headers: HeaderSource): number | undefined {
  const text = headers.get('x-ratelimit-reset') ?? '';
  const value = number.test(text) ? Number(text) : 0;
  return (value > longestResetSeconds ? value / 1e6 : value * 1000) || undefined;
}

/** Requests that are left, if the response says so. */
function remainingOf(headers: HeaderSource): number | undefined {
  const text = headers.get('x-ratelimit-remaining') ?? '';
  return number.test(text) ? Number(text) : undefined;
}

function refusalOf(headers: HeaderSource, now: number): Refusal {
  // A proxy in front of the portal that sends Retry-After counts more than the portal.
  const after = serverDelayMs(headers, now);
  if (after !== undefined) return { waitMs: after, untilToken: false };
  const reset = resetMs(headers);
  if (reset !== undefined) return { waitMs: reset, untilToken: reset <= longestTokenMs };
  return { waitMs: windowMs / 2, spreadMs: windowMs, untilToken: false };
}

/** What a response says about the rate limit; undefined if nothing. */
export function rateNewsOf(status: number, headers: HeaderSource, now: number): RateNews | undefined {
  const remaining = remainingOf(headers);
  if (status === 429) return { remaining: remaining ?? 0, refusal: refusalOf(headers, now) };
  if (remaining !== undefined) return { remaining };
  // A portal may answer a failure without these headers, but never a success.
  return status >= 200 && status <= 299 ? { remaining: Infinity } : undefined;
}

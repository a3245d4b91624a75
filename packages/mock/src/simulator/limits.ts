import type { Caller } from './callers.ts';
import type { HeaderList } from './response.ts';

/** How many calls are answered: of a user in a minute, and of all in a second; unlimited if left out. */
export interface Limits {
  readonly userPerMinute?: number | undefined;
  readonly serverPerSecond?: number | undefined;
  readonly publicPerSecond?: number | undefined;
}

export interface Limiter {
  /** The counts as they are for one request. */
  forRequest(secured: boolean): RequestLimiter;
  setLimits(limits: Limits): void;
  clear(): void;
}

export interface RequestLimiter {
  /** Counts the request against the caller's minute; undefined if the caller has no limit. */
  countUser(caller: Caller): Taken | undefined;
  /** Counts the request against the server's second; undefined if the server has no limit. */
  countServer(): Taken | undefined;
  /** The headers of the caller's minute. None if it is not limited: then the contract's examples stand. */
  headers(): HeaderList;
}

export interface Taken {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Until the next window begins. */
  readonly resetMs: number;
}

export const MINUTE_MS = 60_000;
export const SECOND_MS = 1000;
/** Windows of users who do not call any more must not be kept forever. */
const MAX_WINDOWS = 10_000;

/** Counts calls in windows of a fixed length. */
export function createLimiter(now: () => number): Limiter {
  const windows = new Map<string, { start: number; used: number }>();
  let limits: Limits = {};

  const take = (key: string, limit: number, windowMs: number): Taken => {
    const time = now();
    let window = windows.get(key);
    if (window === undefined || time - window.start >= windowMs) {
      if (windows.size >= MAX_WINDOWS) windows.clear();
      window = { start: time, used: 0 };
      windows.set(key, window);
    }
    const allowed = window.used < limit;
    if (allowed) window.used += 1;
    return { allowed, remaining: limit - window.used, resetMs: window.start + windowMs - time };
  };
  return {
    forRequest: (secured) => {
      let counted: Taken | undefined;
      return {
        countUser: ({ userId, limit = limits.userPerMinute }) => {
          counted = limit === undefined ? undefined : take(`user ${userId}`, limit, MINUTE_MS);
          return counted;
        },
        countServer: () => {
          const limit = secured ? limits.serverPerSecond : limits.publicPerSecond;
          return limit === undefined ? undefined : take(`server ${secured}`, limit, SECOND_MS);
        },
        headers: () =>
          counted === undefined
            ? []
            : [
                ['X-Ratelimit-Remaining', String(counted.remaining)],
                ['X-Ratelimit-Reset', String(Math.ceil(counted.resetMs / 1000))],
              ],
      };
    },
    setLimits: (chosen) => {
      limits = chosen;
      windows.clear();
    },
    clear: () => windows.clear(),
  };
}

/** Calls that are counted in windows of a fixed length, for each key on its own. */
export interface Limiter {
  take(key: string, limit: number, windowMs: number): Taken;
  clear(): void;
}

export interface Taken {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Until the count begins anew. */
  readonly resetMs: number;
}

/** How many calls are answered: of a user in a minute, and of all in a second; unlimited where left out. */
export interface Limits {
  readonly userPerMinute?: number | undefined;
  readonly serverPerSecond?: number | undefined;
  readonly publicPerSecond?: number | undefined;
}

export const MINUTE_MS = 60_000;
export const SECOND_MS = 1000;
/** Windows of users long gone are not kept for ever. */
const MAX_WINDOWS = 10_000;

export function createLimiter(now: () => number): Limiter {
  const windows = new Map<string, { start: number; used: number }>();
  return {
    take: (key, limit, windowMs) => {
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
    },
    clear: () => windows.clear(),
  };
}

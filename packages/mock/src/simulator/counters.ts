/** What became of one call that was counted. */
export interface Taken {
  readonly allowed: boolean;
  /** How many calls are still allowed at once. */
  readonly remaining: number;
  /** Milliseconds until one more is allowed. */
  readonly resetMs: number;
}

/** Counts the calls of many callers, each against its own limit. */
export interface Counter {
  take(key: string, limit: number): Taken;
  clear(): void;
}

/** Callers who do not call any more must not be kept forever. */
const MAX_CALLERS = 10_000;
const MINUTE_MS = 60_000;
/** A third of a minute is no exact number. */
const ROUNDING_MS = 1e-6;

/** Windows of a fixed length, each with its full limit. */
export function countInWindows(now: () => number, windowMs: number): Counter {
  const windows = createCallers<{ start: number; used: number }>();
  return {
    take: (key, limit) => {
      const time = now();
      const known = windows.get(key);
      const window = known && time - known.start < windowMs ? known : { start: time, used: 0 };
      windows.set(key, window);
      const allowed = window.used < limit;
      if (allowed) window.used += 1;
      return { allowed, remaining: limit - window.used, resetMs: window.start + windowMs - time };
    },
    clear: () => windows.clear(),
  };
}

/**
 * Token buckets: each holds as many tokens as are allowed in a minute and gets them back one by one, evenly. Of a bucket
 * only the time is kept at which it will be full again.
 */
export function countInBuckets(now: () => number): Counter {
  const fullAt = createCallers<number>();
  return {
    take: (key, limit) => {
      const time = now();
      const tokenMs = MINUTE_MS / Math.max(1, limit);
      const capacityMs = tokenMs * limit;
      const missingMs = Math.max(0, (fullAt.get(key) ?? time) - time);
      const afterMs = missingMs + tokenMs;
      const allowed = afterMs <= capacityMs + ROUNDING_MS;
      fullAt.set(key, time + (allowed ? afterMs : missingMs));
      const leftMs = capacityMs - (allowed ? afterMs : missingMs);
      return {
        allowed,
        remaining: Math.floor((leftMs + ROUNDING_MS) / tokenMs),
        resetMs: allowed ? 0 : Math.max(1, Math.ceil(tokenMs - leftMs - ROUNDING_MS)),
      };
    },
    clear: () => fullAt.clear(),
  };
}

interface Callers<State> {
  get(key: string): State | undefined;
  set(key: string, state: State): void;
  clear(): void;
}

/** What is known of the callers who called last. */
function createCallers<State>(): Callers<State> {
  const states = new Map<string, State>();
  return {
    get: (key) => states.get(key),
    set: (key, state) => {
      states.delete(key);
      states.set(key, state);
      if (states.size <= MAX_CALLERS) return;
      const [oldest = ''] = states.keys();
      states.delete(oldest);
    },
    clear: () => states.clear(),
  };
}

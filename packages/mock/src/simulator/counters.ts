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

/** Token buckets: each holds as many tokens as are allowed in a minute and gets them back one by one, evenly. */
export function countInBuckets(now: () => number): Counter {
  const buckets = createCallers<{ at: number; tokens: number }>();
  return {
    take: (key, limit) => {
      const time = now();
      const tokenMs = limit === 0 ? MINUTE_MS : MINUTE_MS / limit;
      const { at, tokens } = buckets.get(key) ?? { at: time, tokens: limit };
      const filled = Math.min(limit, tokens + Math.max(0, time - at) / tokenMs);
      const allowed = filled >= 1;
      const left = allowed ? filled - 1 : filled;
      buckets.set(key, { at: time, tokens: left });
      const resetMs = Math.max(1, Math.ceil((1 - left) * tokenMs));
      return { allowed, remaining: Math.floor(left), resetMs: allowed ? 0 : resetMs };
    },
    clear: () => buckets.clear(),
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

import { countInBuckets, countInWindows, type Counter, type Taken } from './counters.ts';
import { namedLimits, type Limits } from './limits.ts';

export interface Limiter {
  /** Counts a call of a caller; undefined if there is no limit. */
  countCaller(key: string, own?: number): Taken | undefined;
  /** Counts a call against the server's second; undefined if there is no limit. */
  countServer(secured: boolean): Taken | undefined;
  setLimits(limits: Limits): void;
  clear(): void;
}

/** How the calls of one caller are counted: in minutes, or in a bucket that is refilled all the time. */
export type CallerLimit = 'window' | 'bucket';

const MINUTE_MS = 60_000;
const SECOND_MS = 1000;

export function createLimiter(now: () => number, kind: CallerLimit): Limiter {
  const callers: Counter = kind === 'window' ? countInWindows(now, MINUTE_MS) : countInBuckets(now);
  const server = countInWindows(now, SECOND_MS);
  let limits: Limits = namedLimits.off;
  const clear = (): void => {
    callers.clear();
    server.clear();
  };
  return {
    countCaller: (key, limit = limits.userPerMinute) =>
      limit === undefined ? undefined : callers.take(key, limit),
    countServer: (secured) => {
      const limit = secured ? limits.serverPerSecond : limits.publicPerSecond;
      return limit === undefined ? undefined : server.take(secured ? 'signed' : 'public', limit);
    },
    setLimits: (chosen) => {
      limits = chosen;
      clear();
    },
    clear,
  };
}

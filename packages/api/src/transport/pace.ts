import { rateLimitResetMs } from './retry.ts';

/** Requests left below which they are spread over the rest of the window instead of running into its 429. */
const reserve = 20;

/** The rate budget that the server tells of, shared by all calls of one client. */
export interface Pace {
  /** Books a request and says how long to wait before sending it, in milliseconds. */
  book(): number;
  /** A request is sent. */
  start(): void;
  /** It ended: learns what is left from the X-Ratelimit-* headers of its answer, if one came. */
  end(headers: Headers | undefined): void;
}

export function createPace(now: () => number = () => performance.now()): Pace {
  let left = Infinity;
  let windowEnds = 0;
  let inFlight = 0;
  let lastSlot = 0;
  return {
    book() {
      const time = now();
      if (time >= windowEnds) left = Infinity;
      left--;
      if (left >= reserve) return 0;
      // Nearly spent: one slot after the other until the window ends; quite spent: the next window.
      const from = Math.max(time, lastSlot);
      lastSlot = left < 0 ? windowEnds : from + Math.max(0, windowEnds - from) / (left + 1);
      return Math.max(0, lastSlot - time);
    },
    start() {
      inFlight++;
    },
    end(headers) {
      inFlight--;
      const remaining = Number(headers?.get('x-ratelimit-remaining') ?? Number.NaN);
      if (!headers || !(remaining >= 0)) return;
      const reset = rateLimitResetMs(headers);
      if (reset === undefined) return;
      const time = now();
      const ends = time + reset;
      // Answers overtake each other: within one window the smallest count is the newest.
      const sameWindow = time < windowEnds && Math.abs(ends - windowEnds) < 2000;
      left = Math.min(sameWindow ? left : Infinity, remaining - inFlight);
      if (!sameWindow) windowEnds = ends;
    },
  };
}

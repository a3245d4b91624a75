/** With fewer requests left than this, they are spread over the rest of the window instead of running into its limit. */
const reserve = 20;

/** How many requests are still allowed, and for how many milliseconds that holds. */
export interface Budget {
  remaining: number;
  resetMs: number;
}

/** Slows requests down before a rate limit refuses them. Shared by all calls that count against the same limit. */
export interface Pace {
  /** Reserves a request and returns how long to wait before it is sent, in milliseconds. */
  book(): number;
  /** A request is sent. */
  start(): void;
  /** A request ended; `budget` is what its response says about the limit, if anything. */
  end(budget: Budget | undefined): void;
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
      // Nearly used up: one slot after the other until the window ends. Used up: the next window.
      const from = Math.max(time, lastSlot);
      lastSlot = left < 0 ? windowEnds : from + Math.max(0, windowEnds - from) / (left + 1);
      return Math.max(0, lastSlot - time);
    },
    start() {
      inFlight++;
    },
    end(budget) {
      inFlight--;
      if (!budget) return;
      const time = now();
      const ends = time + budget.resetMs;
      // Responses overtake each other: within one window the smallest count is the newest.
      const sameWindow = time < windowEnds && Math.abs(ends - windowEnds) < 2000;
      left = Math.min(sameWindow ? left : Infinity, budget.remaining - inFlight);
      if (!sameWindow) windowEnds = ends;
    },
  };
}

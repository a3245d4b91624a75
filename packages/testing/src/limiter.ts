/** What the limiters of a portal say to one request. */
export interface Verdict {
  readonly allowed: boolean;
  /** Headers that the answer carries, whether it is refused or not. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body of a refusal. */
  readonly body: string;
}

export interface Limiter {
  /** Counts one request. Public information is limited per IP address, everything else per user. */
  take(isPublic?: boolean): Verdict;
  /** How many requests passed, and how many each of the two limiters refused. */
  readonly counts: { passed: number; bucket: number; perSecond: number };
}

/** The two builds of DocSpace 3.7.2: how many tokens a bucket holds, and how long one more takes. */
export const limits = {
  full: { tokens: 200, tokenMs: 300 },
  minified: { tokens: 100, tokenMs: 600 },
} as const;

/** A token bucket that refills continuously, full at first. */
class Bucket {
  readonly #size: number;
  readonly #tokenMs: number;
  #tokens: number;
  #at: number;

  constructor(size: number, tokenMs: number, time: number) {
    this.#size = size;
    this.#tokenMs = tokenMs;
    this.#tokens = size;
    this.#at = time;
  }

  get left(): number {
    return Math.floor(this.#tokens);
  }

  /** Takes a token and returns 0, or returns the milliseconds until there is one. */
  take(time: number): number {
    // To the nanosecond, so that a wait that is exact does not miss the token by a rounding error.
    const refilled = Math.round(((time - this.#at) / this.#tokenMs) * 1e9) / 1e9;
    this.#tokens = Math.min(this.#size, this.#tokens + refilled);
    this.#at = time;
    if (this.#tokens < 1) return (1 - this.#tokens) * this.#tokenMs;
    this.#tokens--;
    return 0;
  }
}

/** So many calls in each second; the seconds are counted from the start of the server. */
class PerSecond {
  readonly #most: number;
  #second = 0;
  #taken = 0;

  constructor(most: number) {
    this.#most = most;
  }

  take(time: number): boolean {
    const second = Math.floor(time / 1000);
    if (second !== this.#second) [this.#second, this.#taken] = [second, 0];
    return ++this.#taken <= this.#most;
  }
}

const tooMany = JSON.stringify({ detail: 'Too many calls', status: 429, title: 'Too Many Requests' });

/**
 * The two limiters of a portal, for one user at one IP address: a token bucket, whose refusal names the nanoseconds until
 * one token and has no body, and behind it so many calls a second, whose refusal names no time.
 */
export function createLimiter(
  { tokens, tokenMs }: { tokens: number; tokenMs: number },
  now: () => number = () => performance.now(),
): Limiter {
  const bucket = { user: new Bucket(tokens, tokenMs, now()), public: new Bucket(tokens, tokenMs, now()) };
  const rate = { user: new PerSecond(125), public: new PerSecond(25) };
  const counts = { passed: 0, bucket: 0, perSecond: 0 };
  return {
    counts,
    take(isPublic = false) {
      const who = isPublic ? 'public' : 'user';
      const time = now();
      const waitMs = bucket[who].take(time);
      const headers = (remaining: number, reset: number): Record<string, string> => ({
        'x-ratelimit-remaining': String(remaining),
        'x-ratelimit-reset': String(reset),
      });
      if (waitMs > 0) {
        counts.bucket++;
        const reset = Math.max(1_000_000, Math.ceil(waitMs * 1e6));
        return {
          allowed: false,
          headers: { 'content-type': 'application/json', ...headers(0, reset) },
          body: '',
        };
      }
      if (!rate[who].take(time)) {
        counts.perSecond++;
        const type = { 'content-type': 'application/problem+json' };
        return { allowed: false, headers: { ...type, ...headers(bucket[who].left, 0) }, body: tooMany };
      }
      counts.passed++;
      return { allowed: true, headers: headers(bucket[who].left, 0), body: '' };
    },
  };
}

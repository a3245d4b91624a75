import type { Refill } from './refill.ts';

/** What a response says about the limit that its request counted against. */
export interface RateNews {
  /** Requests that the server still allows; Infinity if it names no limit. */
  readonly remaining: number;
  /** Set if the limit refused the request. */
  readonly refusal?: Refusal | undefined;
}

/** A request that was refused because there were too many. */
export interface Refusal {
  /** The least time to wait, in milliseconds. */
  readonly waitMs: number;
  /** The random wait on top of it is up to this; it doubles with each further refusal. By default the time of one token. */
  readonly spreadMs?: number | undefined;
  /** Whether `waitMs` is the time until exactly one more request is allowed, so that it tells how fast a bucket refills. */
  readonly untilToken: boolean;
}

/** A request that was sent. */
export interface Sent {
  /** 1 for the first request of this budget. */
  readonly number: number;
  readonly at: number;
  /** Whether it waited for a token because none was known to be left. */
  readonly spaced: boolean;
}

/** When the next request may be sent, on the clock of `performance.now()`; a time that has passed means at once. */
export interface Turn {
  /** Infinity: not before a response has come. */
  readonly at: number;
  /** A random wait on top, so that several programs with one key do not all come back together. */
  readonly jitterMs: number;
}

/** The longest random wait. */
const longestJitterMs = 5000;
/** As long as no response has come, no more requests than this are in flight. */
const unprobed = 10;

/**
 * What is known of one rate limit: a bucket of unknown size from which others may take as well. Nothing here is exact, and
 * each response corrects it.
 */
export class RateBudget {
  readonly #perSecond: number;
  readonly #refill: Refill;
  #inFlight = 0;
  #count = 0;
  /** When the responses of the last second came. Whatever it was that the server counted, it was before that. */
  #recent: number[] = [];
  /** When there will be one more token after the last request, if there was none left for it. */
  #tokenDueAt = -Infinity;
  #spacingJitter = 0;
  #lastSentAt = -Infinity;
  /** How long a response takes, on average over the last few. */
  #responseMs = 0;

  #remaining: number | undefined;
  #knownAt = 0;
  /** The last request that had been sent when `#remaining` became known. */
  #knownAfter = 0;

  #heldUntil = 0;
  #heldJitter = 0;
  /** Refusals in a row, and the last request that had been sent at the time of the last one. */
  #refusals = 0;
  #refusedAfter = 0;

  constructor(perSecond: number, refill: Refill) {
    this.#perSecond = perSecond;
    this.#refill = refill;
  }

  /** How many requests may be sent at once, as far as is known. Undefined if nothing is known, or only of long ago. */
  #free(now: number): number | undefined {
    if (this.#remaining === undefined || this.#remaining === Infinity) return this.#remaining;
    const isOld = now - this.#knownAt > 20 * this.#refill.tokenMs;
    return isOld ? undefined : Math.max(0, this.#remaining - this.#inFlight);
  }

  get tokenMs(): number {
    return this.#refill.tokenMs;
  }

  /** When the server's own wait ends; a time that has passed if there is none. */
  heldUntil(): number {
    return this.#heldUntil;
  }

  /** Whether the server has named a limit, or asks to wait. */
  isLimited(now: number): boolean {
    const free = this.#free(now);
    return this.#heldUntil > now || (free !== undefined && free < Infinity);
  }

  /** When the next request may be sent. */
  next(now: number): Turn {
    if (this.#heldUntil + this.#heldJitter > now) return { at: this.#heldUntil, jitterMs: this.#heldJitter };
    const free = this.#free(now);
    if (free === Infinity) return { at: now, jitterMs: 0 };
    if (free === undefined) return { at: this.#inFlight < unprobed ? now : Infinity, jitterMs: 0 };
    const rateAt = this.#rateAt(now);
    if (free > 0) {
      // Others may be about to use the same tokens: a quarter of them in flight is enough, and the next response tells more.
      const isFull = this.#inFlight >= Math.ceil((this.#remaining ?? 0) / 4);
      return { at: isFull ? Infinity : rateAt, jitterMs: 0 };
    }
    // One at a time, but no longer than a second behind one that gets no response.
    const turnAt = this.#inFlight === 0 ? -Infinity : this.#lastSentAt + 1000;
    return { at: Math.max(rateAt, turnAt, this.#tokenDueAt), jitterMs: this.#spacingJitter };
  }

  /** When one more request makes no more than so many in any second of the server. */
  #rateAt(now: number): number {
    this.#recent = this.#recent.filter((at) => at > now - 1000);
    if (this.#recent.length + this.#inFlight < this.#perSecond) return -Infinity;
    const [oldest] = this.#recent;
    return oldest === undefined ? Infinity : oldest + 1000;
  }

  /** How long a request waits at least that has so many others before it, as far as is known. */
  waitMs(before: number, now: number): number {
    const held = Math.max(now, this.#heldUntil);
    const free = this.#free(now);
    if (free === undefined || free === Infinity) return held - now;
    const first = free > 0 ? held : Math.max(held, this.#tokenDueAt);
    // As long as the time of one token is only assumed, nobody is sent away because of those before.
    const tokens = this.#refill.isSure ? Math.max(0, before - Math.max(0, free - 1)) : 0;
    return first - now + tokens * this.#refill.tokenMs;
  }

  /** What is left of a call's time after the wait for its turn and a response; less than 0 if it cannot succeed in time. */
  spareMs(before: number, endsAt: number, now: number): number {
    return endsAt - now - this.waitMs(before, now) - this.#responseMs;
  }

  /** A request is sent. */
  send(now: number): Sent {
    const spaced = this.#free(now) === 0;
    this.#inFlight++;
    this.#lastSentAt = now;
    // The random wait after a refusal is over, even if it was cut short.
    this.#heldJitter = 0;
    const { tokenMs, spacingMs } = this.#refill;
    // Counted from when it was due, so that random waits do not add up. But nobody comes to get what he has left.
    this.#tokenDueAt = tokenMs + (spaced ? Math.max(this.#tokenDueAt, now - tokenMs / 2) : now);
    this.#spacingJitter = spacingMs - tokenMs + (Math.random() * spacingMs) / 10;
    return { number: ++this.#count, at: now, spaced };
  }

  /** A request ended; `news` is what its response says, if anything. */
  end({ number, at, spaced }: Sent, news: RateNews | undefined, now: number): void {
    this.#inFlight--;
    if (!news) return;
    this.#responseMs += (now - at - this.#responseMs) / 4;
    if (news.remaining < Infinity) this.#recent.push(now);
    // Responses overtake each other: of those that were in flight together, the smallest count is the newest.
    const isNewer = number > this.#knownAfter || this.#remaining === undefined;
    this.#remaining = isNewer ? news.remaining : Math.min(this.#remaining ?? Infinity, news.remaining);
    if (isNewer) this.#knownAfter = this.#count;
    this.#knownAt = now;
    // Requests that were in flight together are refused together: that is one refusal.
    const isFirst = number > this.#refusedAfter;
    if (news.refusal) this.#refuse(news.refusal, isFirst, now);
    else if (isFirst) {
      this.#refusals = 0;
      this.#refill.pass(news.remaining, spaced);
    }
  }

  #refuse({ waitMs, spreadMs, untilToken }: Refusal, isFirst: boolean, now: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, now + waitMs);
    if (!isFirst) return;
    if (untilToken) {
      this.#refill.refuse(waitMs, now);
      this.#tokenDueAt = now + waitMs;
    }
    this.#refusedAfter = this.#count;
    const spread = (spreadMs ?? this.#refill.tokenMs) * 2 ** this.#refusals++;
    this.#heldJitter = Math.random() * Math.min(spread, longestJitterMs);
  }
}

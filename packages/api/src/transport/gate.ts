import { maxTimer } from './deadline.ts';
import type { RateNews, Sent } from './rate-budget.ts';
import { RateBudget } from './rate-budget.ts';
import { Refill } from './refill.ts';

/** The wait for a rate limit is longer than the caller allows. */
export class WaitTooLong extends Error {
  readonly waitMs: number;
  constructor(waitMs: number) {
    super('The rate limit leaves no room');
    this.waitMs = waitMs;
  }
}

/** What is known of a rate limit beforehand, if the server names one at all. */
export interface RateLimit {
  /** Requests that it takes in one second. */
  readonly perSecond: number;
  /** What the time of one token of its bucket may be, in milliseconds, the shortest first. */
  readonly tokenMs: readonly number[];
}

/** Why a call waits: the server refused a request, or the limit is nearly used up and the requests are spaced. */
export type WaitReason = 'refused' | 'spaced';

/** A call that wants to send a request. */
export interface Entrant {
  /** Its place in the order of calls. */
  readonly place: number;
  /** When its time is up, on the clock of `performance.now()`. */
  readonly endsAt: number;
  /** Hears that the call has to wait, and again if the wait turns out to be longer. */
  readonly onWait: (delayMs: number, reason: WaitReason) => void;
}

interface Waiter extends Entrant {
  readonly enter: (sent: Sent) => void;
  readonly refuse: (error: Error) => void;
  /** Until when the call knows that it has to wait. */
  toldUntil: number;
}

/** A wait that becomes longer by more than this is told again, in milliseconds. */
const tellAgainMs = 1000;

/**
 * Lets the requests that count against one rate limit through, in the order of their calls: at once while plenty is left,
 * one by one when the limit is nearly used up, and none while the server asks to wait.
 */
export class Gate {
  readonly #budget: RateBudget;
  readonly #maxHoldMs: number;
  #calls = 0;
  #queue: Waiter[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ perSecond, tokenMs }: RateLimit, maxHoldMs: number) {
    this.#budget = new RateBudget(perSecond, new Refill(tokenMs));
    this.#maxHoldMs = maxHoldMs;
  }

  /** The place of a new call. It keeps it when it has to send its request again. */
  takePlace(): number {
    return ++this.#calls;
  }

  /** Sends a request at once; undefined if it has to wait. */
  tryEnter(): Sent | undefined {
    const now = performance.now();
    return this.#queue.length === 0 && this.#dueAt(now) <= now ? this.#budget.send(now) : undefined;
  }

  /** How long the call of this place has to wait at least, in milliseconds. */
  waitMs(place: number): number {
    return this.#budget.waitMs(this.#before(place), performance.now());
  }

  /** Whether the call of this place can wait for its turn and still get a response before `endsAt`. */
  fits(place: number, endsAt: number): boolean {
    return this.#budget.spareMs(this.#before(place), endsAt, performance.now()) > 0;
  }

  #before(place: number): number {
    return this.#queue.filter((waiter) => waiter.place < place).length;
  }

  /** Whether a limit is known at all, and not only that no response has come yet. */
  isLimited(): boolean {
    return this.#budget.isLimited(performance.now());
  }

  /**
   * Waits for the turn of a call. Rejects with WaitTooLong as soon as it is clear that it cannot come before `endsAt`. The
   * signal only takes the call out of the queue: who aborts it no longer waits for this promise.
   */
  enter(entrant: Entrant, signal: AbortSignal): Promise<Sent> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = { ...entrant, enter: resolve, refuse: reject, toldUntil: -Infinity };
      const later = this.#queue.findIndex(({ place }) => place > waiter.place);
      this.#queue.splice(later < 0 ? this.#queue.length : later, 0, waiter);
      signal.addEventListener('abort', () => {
        this.#queue = this.#queue.filter((other) => other !== waiter);
        this.#advance();
      });
      this.#advance();
    });
  }

  /** The request ended; `news` is what its response says about the limit, if anything. */
  leave(sent: Sent, news: RateNews | undefined): void {
    this.#budget.end(sent, news, performance.now());
    if (this.#queue.length > 0) this.#advance();
  }

  /** Sends the requests whose turn it is, and comes back for the next one. */
  #advance(): void {
    clearTimeout(this.#timer);
    const now = performance.now();
    this.#sendAway(now);
    for (let waiter = this.#queue[0]; waiter; waiter = this.#queue[0]) {
      const dueAt = this.#dueAt(now);
      if (dueAt > now) {
        // Infinity: a response that comes will call this again.
        if (dueAt === Infinity) return;
        this.#timer = setTimeout(() => this.#advance(), Math.min(Math.ceil(dueAt - now), maxTimer));
        return this.#tell(dueAt, now);
      }
      this.#queue.shift();
      waiter.enter(this.#budget.send(now));
    }
  }

  /** Sends those away whose turn cannot come in time, so that they know at once. */
  #sendAway(now: number): void {
    const isHeldTooLong = this.#budget.heldUntil() - now > this.#maxHoldMs;
    const staying: Waiter[] = [];
    for (const [before, waiter] of this.#queue.entries()) {
      const fits = this.#budget.spareMs(staying.length, waiter.endsAt, now) > 0;
      // Those before who are sent away as well will come back before this one.
      if (!fits || isHeldTooLong) waiter.refuse(new WaitTooLong(this.#budget.waitMs(before, now)));
      else staying.push(waiter);
    }
    this.#queue = staying;
  }

  /** Tells those who wait how long, as far as is known. */
  #tell(dueAt: number, now: number): void {
    const reason = this.#budget.heldUntil() > now ? 'refused' : 'spaced';
    const first = this.#budget.waitMs(0, now);
    for (const [before, waiter] of this.#queue.entries()) {
      const turnAt = dueAt + this.#budget.waitMs(before, now) - first;
      if (turnAt <= waiter.toldUntil + tellAgainMs) continue;
      waiter.toldUntil = turnAt;
      waiter.onWait(turnAt - now, reason);
    }
  }

  /**
   * When the next request is sent. A random wait is cut so that it takes no waiting call's last chance: neither that of the
   * first in the queue nor, by adding up, of those behind.
   */
  #dueAt(now: number): number {
    const { at, jitterMs } = this.#budget.next(now);
    if (jitterMs === 0 || at === Infinity) return at;
    let queueMs = Infinity;
    for (const [before, { endsAt }] of this.#queue.entries()) {
      queueMs = Math.min(queueMs, this.#budget.spareMs(before, endsAt, now) / (before + 2));
    }
    const [first] = this.#queue;
    const firstMs = first ? this.#budget.spareMs(0, first.endsAt, now) / 6 : Infinity;
    const mostMs = Math.min(firstMs, Math.max(queueMs, this.#budget.tokenMs / 10));
    return at + Math.min(jitterMs, Math.max(0, mostMs));
  }
}

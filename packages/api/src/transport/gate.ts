import { maxTimer } from './deadline.ts';
import type { RateLimit, RateNews, Sent } from './rate-budget.ts';
import { createRateBudget } from './rate-budget.ts';

/** The wait for a rate limit is longer than the caller allows. */
export class WaitTooLong extends Error {
  readonly waitMs: number;
  constructor(waitMs: number) {
    super();
    this.waitMs = waitMs;
  }
}

/** Why a call waits: the server refused a request, or the limit is nearly used up and the requests are spaced. */
export type WaitReason = 'refused' | 'spaced';

/** A call that wants to send a request. */
export interface Entrant {
  /** Whether it has been refused before: then it goes before the others. */
  readonly isBack: boolean;
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

/**
 * Lets the requests that count against one rate limit through, in the order of their calls: at once while plenty is left,
 * one by one when the limit is nearly used up, and none while the server asks to wait.
 */
export interface Gate {
  /** Sends a request at once; undefined if it has to wait. */
  tryEnter(): Sent | undefined;
  /**
   * Waits for the turn of a call. Rejects with WaitTooLong as soon as it is clear that it cannot come before `endsAt`. An
   * abort of the signal only takes the call out of the queue.
   */
  enter(entrant: Entrant, signal: AbortSignal): Promise<Sent>;
  /** The request ended; `news` is what its response says about the limit, if anything. */
  leave(sent: Sent, news: RateNews | undefined, now: number): void;
  /** Whether a call that was refused can wait for its turn and still get a response before `endsAt`. */
  fits(endsAt: number): boolean;
  /** How long the next call will wait, as far as is known, in milliseconds; undefined if no limit is known. */
  waitMs(): number | undefined;
}

/** A random wait is at most this part of the time that a call has to spare: another program may take the next tokens too. */
const jitterParts = 6;
/** A wait that becomes longer by more than this is told again, in milliseconds. */
const tellAgainMs = 1000;

/** @param maxHoldMs the longest wait that the server may ask for */
export function createGate(limit: RateLimit, maxHoldMs: number): Gate {
  const budget = createRateBudget(limit);
  let queue: Waiter[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * When the next request is sent. A random wait is cut so that it takes no waiting call's last chance: neither that of the
   * first in the queue nor, by adding up, of those behind.
   */
  function dueAt(now: number): number {
    const { at, jitterMs } = budget.next(now);
    if (!jitterMs) return at;
    const spareMs = queue.map(
      ({ endsAt }, before) => budget.spareMs(before, endsAt, now) / (before + jitterParts),
    );
    return at + Math.max(0, Math.min(jitterMs, ...spareMs));
  }

  const isHeldTooLong = (now: number): boolean => budget.heldUntil() - now > maxHoldMs;

  /** Sends those away whose turn cannot come in time, so that they know at once. */
  function sendAway(now: number): void {
    const staying: Waiter[] = [];
    for (const [before, waiter] of queue.entries()) {
      if (!isHeldTooLong(now) && budget.mayFit(staying.length, waiter.endsAt, now)) staying.push(waiter);
      // Those before who are sent away as well will come back before this one.
      else waiter.refuse(new WaitTooLong(budget.turnAt(before, now) - now));
    }
    queue = staying;
  }

  /** Sends the requests whose turn it is, and comes back for the next one. */
  function advance(): void {
    clearTimeout(timer);
    const now = performance.now();
    sendAway(now);
    let at = 0;
    while (queue.length > 0 && (at = dueAt(now)) <= now) queue.shift()?.enter(budget.send(now));
    // Infinity: a response that comes will call this again.
    if (queue.length === 0 || at === Infinity) return;
    timer = setTimeout(advance, Math.min(Math.ceil(at - now), maxTimer));
    const reason = budget.heldUntil() > now ? 'refused' : 'spaced';
    for (const [before, waiter] of queue.entries()) {
      const turnAt = Math.max(at, budget.turnAt(before, now));
      if (turnAt <= waiter.toldUntil + tellAgainMs) continue;
      waiter.toldUntil = turnAt;
      waiter.onWait(turnAt - now, reason);
    }
  }

  return {
    tryEnter() {
      const now = performance.now();
      return queue.length === 0 && dueAt(now) <= now ? budget.send(now) : undefined;
    },
    enter: (entrant, signal) =>
      new Promise((enter, refuse) => {
        const waiter: Waiter = { ...entrant, enter, refuse, toldUntil: -Infinity };
        if (entrant.isBack) queue.unshift(waiter);
        else queue.push(waiter);
        signal.addEventListener('abort', () => {
          queue = queue.filter((other) => other !== waiter);
          advance();
        });
        advance();
      }),
    leave(sent, news, now) {
      budget.end(sent, news, now);
      if (queue.length > 0) advance();
    },
    fits(endsAt) {
      const now = performance.now();
      return !isHeldTooLong(now) && budget.mayFit(0, endsAt, now);
    },
    waitMs() {
      const now = performance.now();
      if (!budget.isLimited()) return undefined;
      const bareMs = budget.turnAt(queue.length, now) - now;
      const dueMs = dueAt(now) - now;
      // Without the random wait, unless nothing else is left.
      return bareMs || (dueMs > 0 && dueMs < Infinity ? dueMs : 0);
    },
  };
}

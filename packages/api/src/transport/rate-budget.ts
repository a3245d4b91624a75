/** What is known of a rate limit beforehand: a bucket of tokens, of which each request takes one. */
export interface RateLimit {
  /** Requests that it takes in one second. */
  readonly perSecond: number;
  /** How long one more token takes, in milliseconds: in a bucket of at most `smallSize` tokens, and in a larger one. */
  readonly smallTokenMs: number;
  readonly smallSize: number;
  readonly largeTokenMs: number;
}

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
  /** Whether `waitMs` is the time until exactly one more request is allowed. */
  readonly untilToken: boolean;
}

/** A request that was sent. */
export interface Sent {
  /** 1 for the first request. */
  readonly number: number;
  readonly at: number;
  /** Whether it waited for a token because none was left. */
  readonly spaced: boolean;
}

/** What is known of one rate limit. All times are on the clock of `performance.now()`. */
export interface RateBudget {
  /** When the next request may be sent, and a random wait on top. Infinity: not before a response has come. */
  next(now: number): { readonly at: number; readonly jitterMs: number };
  /** When the turn of a request comes that has so many others before it. */
  turnAt(before: number, now: number): number;
  /** How much earlier than `endsAt` such a request gets its response, even if that takes twice as long as usual. */
  spareMs(before: number, endsAt: number, now: number): number;
  /** Whether that may be in time. As long as the time of one token is only assumed, it may be the shorter one. */
  mayFit(before: number, endsAt: number, now: number): boolean;
  /** When the wait ends that the server asked for; a time that has passed if there is none. */
  heldUntil(): number;
  /** Whether the server has named a limit, or asked to wait. */
  isLimited(): boolean;
  send(now: number): Sent;
  /** A request ended; `news` is what its response says, if anything. */
  end(sent: Sent, news: RateNews | undefined, now: number): void;
}

/** The longest random wait. */
const longestJitterMs = 5000;
/** Of this many tokens one is used at a time: others may be about to take the same ones, and each response tells more. */
const tokensPerRequest = 4;
/** Requests are spaced by no more than the time of so many more tokens, however many programs use the same bucket. */
const mostSharers = 5;
/** As long as no response has come, the bucket is taken to have so many tokens. */
const assumedTokens = 40;

/**
 * Counts the tokens of a bucket of unknown size, from which others may take as well. Nothing here is exact, and each
 * response corrects it.
 */
export function createRateBudget({
  perSecond,
  smallTokenMs,
  smallSize,
  largeTokenMs,
}: RateLimit): RateBudget {
  let count = 0;
  let inFlight = 0;
  /** When the last requests were sent, as many as one second takes. */
  const recent: number[] = [];

  /** How many tokens there were at a time, and the most that there have ever been. */
  let remaining = assumedTokens;
  let knownAt = -Infinity;
  let most = 1;
  /** The number of the request whose response said so. Those before it are counted in `remaining`, even if they are in flight. */
  let newest = 0;

  /** How long one token takes, and whether that has been seen or is only assumed. */
  let tokenMs = smallTokenMs;
  let isSure = false;
  /** How often in a row a request that waited for one token has left none (or some). */
  let alike = 0;
  let leftSome = false;
  /** How much longer than that we should wait, because others take tokens as well. */
  let sharedMs = 0;
  let spacingMs = 0;

  let heldUntil = -Infinity;
  let heldJitterMs = 0;
  let refusals = 0;
  /** The last request that had been sent at the time of the last refusal. */
  let refusedUpTo = 0;
  /** How long a response takes, on average over the last few. */
  let responseMs = 0;

  const isLimited = (): boolean => remaining < Infinity && newest > 0;

  /** When there are so many tokens, if nobody takes any. */
  function tokensAt(tokens: number, perTokenMs: number): number {
    return tokens <= remaining ? -Infinity : knownAt + (tokens - remaining) * perTokenMs;
  }

  function setTokenMs(ms: number): void {
    tokenMs = ms;
    isSure = true;
  }

  /** Whether the bucket fills faster than it was assumed to shows in what is left after the wait for one token. */
  function learnFromPass(isSpaced: boolean): void {
    const hasSome = remaining >= 1;
    if (hasSome) sharedMs *= 0.8;
    if (remaining > smallSize) setTokenMs(largeTokenMs);
    if (!isSpaced || isSure) return;
    alike = hasSome === leftSome ? alike + 1 : 1;
    leftSome = hasSome;
    if (alike >= 3) setTokenMs(hasSome ? largeTokenMs : tokenMs);
  }

  function refuse({ waitMs, spreadMs = tokenMs, untilToken }: Refusal, isFirst: boolean, now: number): void {
    heldUntil = Math.max(heldUntil, now + waitMs);
    if (!isFirst) return;
    refusedUpTo = count;
    if (untilToken) {
      if (waitMs > largeTokenMs) setTokenMs(Math.max(smallTokenMs, waitMs));
      remaining = 0;
      knownAt = now + waitMs - tokenMs;
      sharedMs = Math.min(sharedMs + tokenMs / 2, mostSharers * tokenMs);
    }
    heldJitterMs = Math.random() * Math.min(spreadMs * 2 ** refusals++, longestJitterMs);
  }

  const turnAt = (before: number, now: number, perTokenMs = tokenMs): number =>
    Math.max(now, heldUntil, tokensAt(1 + before + Math.min(inFlight, count - newest), perTokenMs));

  return {
    isLimited,
    heldUntil: () => heldUntil,
    turnAt,
    next(now) {
      if (heldUntil + heldJitterMs > now) return { at: heldUntil, jitterMs: heldJitterMs };
      // As long as the server refuses, one request at a time finds out whether it still does.
      if (refusals > 0 && inFlight > 0) return { at: (recent.at(-1) ?? now) + 1000, jitterMs: 0 };
      if (remaining === Infinity) return { at: now, jitterMs: 0 };
      const needed = 1 + tokensPerRequest * inFlight;
      const rateAt = (recent.at(-perSecond) ?? -Infinity) + 1000;
      if (needed <= remaining) return { at: rateAt, jitterMs: 0 };
      return {
        at: isLimited() && needed <= most ? Math.max(rateAt, tokensAt(needed, tokenMs)) : Infinity,
        jitterMs: spacingMs,
      };
    },
    spareMs: (before, endsAt, now) => endsAt - 2 * responseMs - turnAt(before, now),
    mayFit: (before, endsAt, now) =>
      endsAt - 2 * responseMs > turnAt(before, now, isSure ? tokenMs : largeTokenMs),
    send(now) {
      inFlight++;
      // The random wait after a refusal is over, even if it was cut short.
      heldJitterMs = 0;
      spacingMs = sharedMs + (Math.random() * tokenMs) / 10;
      if (recent.push(now) > perSecond) recent.shift();
      return { number: ++count, at: now, spaced: remaining < 1 };
    },
    end({ number, at, spaced }, news, now) {
      inFlight--;
      if (!news) return;
      responseMs += (now - at - responseMs) / 4;
      // Requests that were in flight together are refused together: that is one refusal, and it tells most exactly.
      const isFirst = number > refusedUpTo;
      // Responses overtake each other.
      if (isFirst && number > newest) {
        newest = number;
        knownAt = at;
        remaining = news.remaining;
        most = Math.max(most, remaining);
      }
      if (news.refusal) refuse(news.refusal, isFirst, now);
      else if (isFirst) {
        refusals = 0;
        learnFromPass(spaced);
      }
    },
  };
}

/** With more requests left than this, a bucket is not about to be empty. */
const plenty = 10;
/** Requests are spaced by no more than the time of so many tokens, however many programs use the same bucket. */
const mostSharers = 8;

/** How fast a token bucket refills, learned from what it refuses. Others may take from the same bucket. */
export class Refill {
  readonly #known: readonly number[];
  #tokenMs: number;
  #isSure = false;
  #spacingMs: number;
  #longestWaitMs = 0;
  #spacedInARow = 0;
  /** When the bucket had its next token at the last refusal, and how many of our requests have passed since. */
  #tokenAt: number | undefined;
  #passed = 0;

  /** @param known what the time of one token may be, in milliseconds, the shortest first */
  constructor(known: readonly number[]) {
    this.#known = known;
    this.#tokenMs = known[0] ?? 0;
    this.#spacingMs = this.#tokenMs;
  }

  /** The time of one token, in milliseconds. */
  get tokenMs(): number {
    return this.#tokenMs;
  }

  /** Whether `tokenMs` has been seen to be right, and is not only assumed. */
  get isSure(): boolean {
    return this.#isSure;
  }

  /** The time after which we should take the next token: longer than `tokenMs` if others seem to take some as well. */
  get spacingMs(): number {
    return this.#spacingMs;
  }

  /** A request has passed and left so many tokens; `spaced`: it was sent when just one token was expected. */
  pass(remaining: number, spaced: boolean): void {
    this.#passed++;
    this.#spacedInARow = spaced && this.#spacingMs === this.#tokenMs ? this.#spacedInARow + 1 : 0;
    if (this.#spacedInARow >= 3) this.#isSure = true;
    if (remaining >= 1) this.#spacingMs = Math.max(this.#tokenMs, 0.9 * this.#spacingMs);
    if (remaining < plenty) return;
    this.#tokenAt = undefined;
    this.#spacingMs = this.#tokenMs;
  }

  /** A request was refused, and the next token comes after `waitMs`. */
  refuse(waitMs: number, now: number): void {
    const tokenAt = now + waitMs;
    this.#spacedInARow = 0;
    this.#longestWaitMs = Math.max(this.#longestWaitMs, waitMs);
    // Refused although the time of one token is known: others take some.
    const sharedMs = this.#isSure ? 1.5 * this.#spacingMs : this.#spacingMs;
    // Between two moments at which the bucket was empty, it got the tokens that we took, and those that others took.
    if (this.#tokenAt !== undefined && this.#passed > 0)
      this.#measure((tokenAt - this.#tokenAt) / this.#passed);
    if (this.#longestWaitMs > this.#tokenMs) {
      this.#tokenMs = this.#known.find((known) => known >= this.#longestWaitMs) ?? this.#longestWaitMs;
    }
    this.#spacingMs = Math.min(Math.max(sharedMs, this.#tokenMs), mostSharers * this.#tokenMs);
    this.#tokenAt = tokenAt;
    this.#passed = 0;
  }

  /** Others can only make the measured time longer than it is. */
  #measure(measuredMs: number): void {
    const tokenMs = this.#known.find((known) => Math.abs(measuredMs - known) < known / 5) ?? measuredMs;
    if (tokenMs > Math.max(this.#longestWaitMs, this.#known.at(-1) ?? 0)) return;
    this.#tokenMs = this.#isSure ? Math.min(this.#tokenMs, tokenMs) : tokenMs;
    this.#isSure = true;
  }
}

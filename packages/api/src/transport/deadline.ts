/** The time limit of one call. */
export interface Deadline {
  /** Milliseconds left, 0 or less when there are none. */
  remaining(): number;
  /**
   * Does the work with a signal that follows the caller's and aborts when the time is up, after `limitMs` at the
   * latest. Rejects as soon as the signal aborts, also if the work does not hear it; leaves no timer and no listener.
   */
  within<T>(work: (signal: AbortSignal) => Promise<T>, limitMs?: number): Promise<T>;
}

/** The longest that a timer can be; a longer one would fire at once. */
const maxTimer = 2 ** 31 - 1;

/** Starts the clock of a call; the caller's signal, if there is one, ends it too. */
export function startDeadline(ms: number, caller: AbortSignal | undefined): Deadline {
  const endsAt = performance.now() + ms;
  // A timer may fire a little early.
  const remaining = (): number => endsAt - performance.now() - 1;
  return {
    remaining,
    within: (work, limitMs = ms) => {
      const controller = new AbortController();
      return new Promise((resolve, reject) => {
        const release = (): void => {
          clearTimeout(timer);
          caller?.removeEventListener('abort', follow);
        };
        const abort = (reason: Error): void => {
          release();
          controller.abort(reason);
          reject(reason);
        };
        const follow = (): void => abort(caller?.reason as Error);
        const timer = setTimeout(
          () => abort(new DOMException('The deadline passed', 'TimeoutError')),
          Math.min(limitMs, Math.max(0, remaining()), maxTimer),
        );
        if (caller?.aborted) return follow();
        caller?.addEventListener('abort', follow);
        work(controller.signal).then(resolve, reject).finally(release);
      });
    },
  };
}

/** Resolves after `ms`; rejects with the signal's reason as soon as it aborts. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(
      () => {
        signal?.removeEventListener('abort', abort);
        resolve();
      },
      Math.min(ms, maxTimer),
    );
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort);
  });
}

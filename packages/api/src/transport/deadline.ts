/** The longest that a timer can be; a longer one would fire at once. */
const maxTimer = 2 ** 31 - 1;

/** A controller that aborts with the signal, until it is released. */
export function follow(signal: AbortSignal | undefined): {
  controller: AbortController;
  release: () => void;
} {
  const controller = new AbortController();
  const abort = (): void => controller.abort(signal?.reason);
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort);
  return { controller, release: () => signal?.removeEventListener('abort', abort) };
}

/** The time limit of one call; its clock starts with it. The caller's signal, if there is one, ends it too. */
export class Deadline {
  readonly #endsAt: number;
  readonly #caller: AbortSignal | undefined;

  constructor(ms: number, caller: AbortSignal | undefined) {
    this.#endsAt = performance.now() + ms;
    this.#caller = caller;
  }

  /** Milliseconds left, 0 or less when there are none. */
  remaining(): number {
    // A timer may fire a little early.
    return this.#endsAt - performance.now() - 1;
  }

  /**
   * Does the work with a signal that follows the caller's and aborts when the time is up, after `limitMs` at the
   * latest. Rejects as soon as the signal aborts, also if the work does not hear it; leaves no timer and no listener.
   */
  within<T>(work: (signal: AbortSignal) => Promise<T>, limitMs: number = Infinity): Promise<T> {
    const caller = this.#caller;
    const ms = Math.min(limitMs, Math.max(0, this.remaining()), maxTimer);
    return new Promise((resolve, reject) => {
      const controller = new AbortController();
      const end = (): void => {
        clearTimeout(timer);
        caller?.removeEventListener('abort', hear);
      };
      const abort = (reason: Error): void => {
        end();
        controller.abort(reason);
        reject(reason);
      };
      const hear = (): void => abort(caller?.reason as Error);
      const timer = setTimeout(() => abort(new DOMException('The deadline passed', 'TimeoutError')), ms);
      if (caller?.aborted) return hear();
      caller?.addEventListener('abort', hear);
      // Not finally(): that is two more promises for each call.
      work(controller.signal).then(
        (value) => resolve((end(), value)),
        (error: Error) => reject((end(), error)),
      );
    });
  }
}

/** Resolves after `ms`; rejects with the signal's reason as soon as it aborts. */
export function sleep(ms: number, caller: AbortSignal | undefined): Promise<void> {
  return new Deadline(Infinity, caller).within(
    (signal) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, Math.min(ms, maxTimer));
        signal.addEventListener('abort', () => clearTimeout(timer));
      }),
  );
}

/** The caller's signal was aborted. */
export class Aborted extends Error {
  constructor(reason: unknown) {
    // Without a message: it becomes another error before anyone sees it.
    super('', { cause: reason });
  }
}

/** A time limit passed: the limit of one attempt, or that of the whole call. */
export class DeadlinePassed extends Error {
  readonly limit: 'attempt' | 'total';
  constructor(limit: 'attempt' | 'total') {
    super('The deadline passed');
    this.limit = limit;
  }
}

/** The longest delay that setTimeout supports; a longer one would fire at once. */
export const maxTimer: number = 2 ** 31 - 1;

/** What is to be done when a signal aborts. One listener for all: platforms warn of a signal that has more than ten. */
const reactionsTo = new WeakMap<AbortSignal, { all: Set<() => void>; listener: () => void }>();

/** Does something when the signal aborts, until the function that is returned is called. */
function onAbort(signal: AbortSignal, react: () => void): () => void {
  let reactions = reactionsTo.get(signal);
  if (!reactions) {
    const all = new Set<() => void>();
    reactions = { all, listener: () => all.forEach((each) => each()) };
    reactionsTo.set(signal, reactions);
  }
  const { all, listener } = reactions;
  signal.addEventListener('abort', listener);
  all.add(react);
  return () => {
    all.delete(react);
    if (all.size === 0) signal.removeEventListener('abort', listener);
  };
}

/** A controller that aborts with the signal, until it is released. */
export function follow(signal: AbortSignal | undefined): {
  controller: AbortController;
  release: () => void;
} {
  const controller = new AbortController();
  const abort = (): void => controller.abort(signal?.reason);
  if (signal?.aborted) abort();
  return { controller, release: signal ? onAbort(signal, abort) : () => {} };
}

/** The time limit of one call; it starts when it is created. The caller's signal, if there is one, ends the call too. */
export class Deadline {
  /** When the time is up, on the clock of `performance.now()`. */
  readonly endsAt: number;
  readonly #caller: AbortSignal | undefined;

  constructor(ms: number, caller: AbortSignal | undefined) {
    // A timer may fire a little early.
    this.endsAt = performance.now() + ms - 1;
    this.#caller = caller;
  }

  /** Milliseconds left, 0 or less when the time is up. */
  remaining(): number {
    return this.endsAt - performance.now();
  }

  /**
   * Does the work with a signal that follows the caller's and aborts when the time is up, after `attemptMs` at the
   * latest. Rejects with Aborted or DeadlinePassed as soon as that happens, even if the work ignores the signal. Leaves no
   * timer and no listener behind.
   */
  within<T>(work: (signal: AbortSignal) => Promise<T>, attemptMs: number = Infinity): Promise<T> {
    const caller = this.#caller;
    const totalMs = Math.max(0, this.remaining());
    const limit = attemptMs < totalMs ? 'attempt' : 'total';
    return new Promise((resolve, reject) => {
      const controller = new AbortController();
      let release: (() => void) | undefined;
      const end = (): void => {
        clearTimeout(timer);
        release?.();
      };
      const stop = (failure: Error, reason: unknown): void => {
        end();
        controller.abort(reason);
        reject(failure);
      };
      const abort = (): void => stop(new Aborted(caller?.reason), caller?.reason);
      const onTimeout = (): void => {
        const passed = new DeadlinePassed(limit);
        stop(passed, passed);
      };
      const timer = setTimeout(onTimeout, Math.min(attemptMs, totalMs, maxTimer));
      if (caller?.aborted) return abort();
      release = caller && onAbort(caller, abort);
      // Not finally(): that would be two more promises for each call.
      work(controller.signal).then(
        (value) => resolve((end(), value)),
        (error: Error) => reject((end(), error)),
      );
    });
  }

  /** Resolves after `ms`; rejects with Aborted or DeadlinePassed as soon as that happens. */
  sleep(ms: number): Promise<void> {
    return this.within(
      (signal) =>
        new Promise((resolve) => {
          const timer = setTimeout(resolve, Math.min(ms, maxTimer));
          signal.addEventListener('abort', () => clearTimeout(timer));
        }),
    );
  }
}

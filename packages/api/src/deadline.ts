/** A signal with a time limit of its own. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Whether the time ran out (and not the parent's signal ended it). */
  readonly expired: boolean;
  /** Milliseconds left. */
  remaining(): number;
  /** The promise, or a rejection as soon as the signal aborts: for work that does not hear the signal. */
  race<T>(work: Promise<T>): Promise<T>;
  /** Releases timer and listener; every deadline must be ended, or it would keep the process alive. */
  end(): void;
}

/** The longest that a timer can be; a longer one would fire at once. */
const maxTimer = 2 ** 31 - 1;

/** Follows the parent signal and aborts by itself after `ms`. */
export function startDeadline(ms: number, parent: AbortSignal): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  const endsAt = performance.now() + ms;
  let expired = false;
  const follow = (): void => controller.abort(parent.reason);
  const timer = setTimeout(
    () => {
      expired = true;
      controller.abort(new DOMException('The deadline passed', 'TimeoutError'));
    },
    Math.min(ms, maxTimer),
  );
  if (parent.aborted) follow();
  else parent.addEventListener('abort', follow);
  return {
    signal,
    get expired() {
      return expired;
    },
    remaining: () => endsAt - performance.now(),
    race: (work) => race(work, signal),
    end() {
      clearTimeout(timer);
      parent.removeEventListener('abort', follow);
    },
  };
}

/** The promise, or a rejection with the signal's reason as soon as it aborts. */
export function race<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** Resolves after `ms`; rejects with the signal's reason as soon as it aborts. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.min(ms, maxTimer));
  });
  return race(wait, signal).finally(() => clearTimeout(timer));
}

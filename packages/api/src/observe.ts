/** Whether a value is a promise, of any realm or library. */
export function isPromise(value: unknown): boolean {
  return typeof (Object(value) as { then?: unknown }).then === 'function';
}

/**
 * Calls a function of the caller that only observes. A failure of it, now or later, must neither fail the call nor end the
 * process as an unhandled rejection.
 */
export function observe(call: () => unknown): void {
  try {
    const result = call();
    if (isPromise(result)) Promise.resolve(result).then(undefined, () => {});
  } catch {
    // Nobody waits for an observer.
  }
}

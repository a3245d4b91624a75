import { follow } from '../transport/deadline.ts';

/** The most requests of one call that are in flight at once. */
const maxInFlight = 6;

/** Does the work for each item, at most six at once. The first failure aborts the rest. */
export async function inParallel<T>(
  items: readonly T[],
  caller: AbortSignal | undefined,
  work: (item: T, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const { controller, release } = follow(caller);
  // All workers share one iterator, so that each item is taken once.
  const rest = items.values();
  const worker = async (): Promise<void> => {
    for (const item of rest) await work(item, controller.signal);
  };
  try {
    await Promise.all(Array.from({ length: maxInFlight }, worker));
  } finally {
    controller.abort();
    release();
  }
}

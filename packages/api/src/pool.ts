import { follow } from './transport/deadline.ts';

/** Requests of one call that are under way at once. */
const width = 6;

/** Does the work for each item, at most six at once. The first failure aborts the rest. */
export async function inParallel<T>(
  items: readonly T[],
  caller: AbortSignal | undefined,
  work: (item: T, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const { controller, release } = follow(caller);
  // One iterator for all workers: each item is taken once.
  const rest = items.values();
  const worker = async (): Promise<void> => {
    for (const item of rest) await work(item, controller.signal);
  };
  try {
    await Promise.all(Array.from({ length: width }, worker));
  } finally {
    controller.abort();
    release();
  }
}

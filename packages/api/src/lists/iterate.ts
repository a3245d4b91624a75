import { DocSpaceError } from '../error.ts';
import type { Listed } from '../protocol/paging.ts';
import type { ListSource } from './walk.ts';
import { walk } from './walk.ts';

export interface IterateOptions {
  /**
   * Clients per request, 1 to 50. Where clients share a date, a request may ask for 50 all the same. In the guide's dialect
   * the whole list comes in one response. @default 50
   */
  pageSize?: number | undefined;
  /** Ends the iteration after so many clients. @default Infinity */
  maxItems?: number | undefined;
  /** Ends the iteration at the next step, with code `aborted`. */
  signal?: AbortSignal | undefined;
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (!signal?.aborted) return;
  throw new DocSpaceError('The iteration was aborted.', {
    code: 'aborted',
    operationId: 'getClients',
    cause: signal.reason,
  });
}

/** All clients of a list, one by one. */
export async function* iterate<Row extends Listed>(
  source: ListSource<Row>,
  pageSize: number,
  maxItems: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Row, void, undefined> {
  throwIfAborted(signal);
  let left = maxItems;
  if (left === 0) return;
  for await (const clients of walk(source, pageSize, signal, (count) => count < maxItems)) {
    for (const client of clients) {
      yield client;
      // The rest of a page that has come must not outlive an abort.
      throwIfAborted(signal);
      if (--left === 0) return;
    }
  }
}

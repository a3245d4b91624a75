import { DocSpaceError, invalidInput } from './error.ts';
import { isSame } from './page-query.ts';
import { follow } from './transport/deadline.ts';
import type { Client, ClientPage, Cursor } from './types.ts';

export interface IterateOptions {
  /** Clients per request, 1 to 50; the guide's list comes whole. @default 50 */
  pageSize?: number;
  /** Ends the iteration after so many clients. @default Infinity */
  maxItems?: number;
  /** Ends the iteration at once, with code `aborted`. */
  signal?: AbortSignal;
}

/** Asks for a page; what comes is read when it is called. */
type FetchPage = (cursor: Cursor | null, signal: AbortSignal) => Promise<() => ClientPage>;

/**
 * All clients, page by page; the next page is on its way while the caller works on this one, never more than one ahead.
 * A page ahead waits as text, so that the clients of one page at a time are in memory.
 */
export async function* iterate(
  fetchPage: FetchPage,
  { maxItems = Infinity, signal }: IterateOptions,
): AsyncGenerator<Client, void, undefined> {
  if (!(maxItems >= 0)) throw invalidInput('maxItems is not a number of at least 0.');
  if (maxItems === 0) return;
  const { controller, release } = follow(signal);
  const prefetch = (cursor: Cursor | null): ReturnType<FetchPage> => {
    const page = fetchPage(cursor, controller.signal);
    // Read below; a caller who stops early never reads it, and that is no unhandled rejection.
    page.catch(() => {});
    return page;
  };
  const seen = new Set<string>();
  try {
    let cursor: Cursor | null = null;
    let page: ReturnType<FetchPage> | undefined = prefetch(null);
    while (page) {
      const read: Awaited<ReturnType<FetchPage>> = await page;
      const { clients, next }: ClientPage = read();
      if (next && isSame(next, cursor)) {
        throw new DocSpaceError('The cursor of the list does not move: the same page came again.', {
          code: 'unexpected_response',
          operationId: 'getClients',
        });
      }
      const fresh = clients.filter(({ client_id }) => !seen.has(client_id) && seen.add(client_id));
      cursor = next;
      page = next && seen.size < maxItems ? prefetch(next) : undefined;
      const surplus = Math.max(0, seen.size - maxItems);
      yield* surplus > 0 ? fresh.slice(0, fresh.length - surplus) : fresh;
    }
  } finally {
    release();
    controller.abort();
  }
}

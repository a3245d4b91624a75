import { DocSpaceError } from '../error.ts';
import { isSame } from '../protocol/cursor.ts';
import { follow } from '../transport/deadline.ts';
import type { Client, ClientPage, Cursor } from '../types.ts';

export interface IterateOptions {
  /** Clients per request, 1 to 50. In the guide's dialect the whole list comes in one response. @default 50 */
  pageSize?: number | undefined;
  /** Ends the iteration after so many clients. @default Infinity */
  maxItems?: number | undefined;
  /** Ends the iteration at once, with code `aborted`. */
  signal?: AbortSignal | undefined;
}

/** Asks for a page. The result parses it when it is called. */
type FetchPage = (cursor: Cursor | null, signal: AbortSignal) => Promise<() => ClientPage>;

/**
 * All clients, page by page. The next page is fetched while the caller works on the current one, never more than one ahead.
 * A page that was fetched ahead waits as text, so that only one page of parsed clients is in memory.
 */
export async function* iterate(
  fetchPage: FetchPage,
  maxItems: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Client, void, undefined> {
  if (maxItems === 0) return;
  const { controller, release } = follow(signal);
  const prefetch = (cursor: Cursor | null): ReturnType<FetchPage> => {
    const page = fetchPage(cursor, controller.signal);
    // A caller who stops early never awaits this page; its failure must not become an unhandled rejection.
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

import { DocSpaceError, invalidInput } from './error.ts';
import type { Client, ClientPage, Cursor } from './types.ts';

export interface IterateOptions {
  /** Clients per request, 1 to 50; the guide's list comes whole. @default 50 */
  pageSize?: number;
  /** Ends the iteration after so many clients. @default Infinity */
  maxItems?: number;
  /** Ends the iteration at once, with code `aborted`. */
  signal?: AbortSignal;
}

type FetchPage = (cursor: Cursor | null, signal: AbortSignal) => Promise<ClientPage>;

/** All clients, page by page; the next page is on its way while the caller works on this one, never more than one ahead. */
export async function* iterate(
  fetchPage: FetchPage,
  options: IterateOptions,
): AsyncGenerator<Client, void, undefined> {
  const { maxItems = Infinity, signal } = options;
  if (!(maxItems >= 0)) throw invalidInput('maxItems is not a number of at least 0.');
  if (maxItems === 0) return;
  const controller = new AbortController();
  const follow = (): void => controller.abort(signal?.reason);
  if (signal?.aborted) follow();
  signal?.addEventListener('abort', follow);
  const prefetch = (cursor: Cursor | null): Promise<ClientPage> => {
    const page = fetchPage(cursor, controller.signal);
    // Read below; a caller who stops early never reads it, and that is no unhandled rejection.
    page.catch(() => {});
    return page;
  };
  const seen = new Set<string>();
  try {
    let cursor: Cursor | null = null;
    let page: Promise<ClientPage> | undefined = prefetch(null);
    while (page) {
      const { clients, next }: ClientPage = await page;
      if (
        next &&
        next.last_client_id === cursor?.last_client_id &&
        next.last_created_on === cursor.last_created_on
      ) {
        throw new DocSpaceError('The cursor of the list does not move: the same page came again.', {
          code: 'unexpected_response',
          operationId: 'getClients',
          hint: 'Report it to the operator of the portal; clients beyond this page cannot be listed.',
        });
      }
      const fresh = clients.filter(({ client_id }) => !seen.has(client_id) && seen.add(client_id));
      cursor = next;
      page = next && seen.size < maxItems ? prefetch(next) : undefined;
      const surplus = Math.max(0, seen.size - maxItems);
      yield* surplus > 0 ? fresh.slice(0, fresh.length - surplus) : fresh;
    }
  } finally {
    signal?.removeEventListener('abort', follow);
    controller.abort();
  }
}

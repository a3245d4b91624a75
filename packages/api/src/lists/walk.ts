import { isDocSpaceError } from '../error.ts';
import type { Listed, Page, PageRequest } from '../protocol/paging.ts';
import { hasOneDate, isRefusal } from '../protocol/paging.ts';
import { follow } from '../transport/deadline.ts';
import { Completeness } from './completeness.ts';

/** A page, and the requests that may continue the list after it: each is sent if the one before brings nothing new. */
export interface ListPage<Row> extends Page<Row> {
  readonly continuations: readonly PageRequest[];
}

/** Where the pages of a list come from. */
export interface ListSource<Row> {
  /** Asks for a page. The result parses it when it is called. */
  readonly fetchPage: (request: PageRequest, signal: AbortSignal) => Promise<() => ListPage<Row>>;
  /** Called at most once, if the server may hold clients back that no request can reach. */
  readonly onIncomplete: () => void;
}

/**
 * All clients of a list, as arrays of those that are new. It ends, because each answer brings a client that is new or
 * shortens a queue of at most four requests. While the caller works on a page, the first request that may continue the list
 * is under way: never more than one, and its answer waits as text, so that only one page of parsed clients is in memory.
 * @param pageSize of the first request
 * @param mayFetchAhead whether to send the next request before the caller asks for it, after so many clients
 */
export async function* walk<Row extends Listed>(
  { fetchPage, onIncomplete }: ListSource<Row>,
  pageSize: number,
  signal: AbortSignal | undefined,
  mayFetchAhead: (count: number) => boolean,
): AsyncGenerator<Row[], void, undefined> {
  const { controller, release } = follow(signal);
  const completeness = new Completeness(onIncomplete);
  const seen = new Set<string>();
  let lastDate: string | undefined;
  let ahead: ReturnType<typeof fetchPage> | undefined;
  let queue: PageRequest[] = [{ limit: pageSize, cursor: null, mayBeRefused: false }];
  try {
    for (let request = queue.shift(); request; request = queue.shift()) {
      const pending = ahead ?? fetchPage(request, controller.signal);
      ahead = undefined;
      let page: ListPage<Row>;
      try {
        const read = await pending;
        page = read();
      } catch (error) {
        if (!request.mayBeRefused || !isDocSpaceError(error) || !isRefusal(error)) throw error;
        completeness.doubt(lastDate);
        continue;
      }
      const { clients, next, continuations } = page;
      if (clients.length === 0) break;
      const fresh = clients.filter(({ client_id }) => !seen.has(client_id) && seen.add(client_id));
      if (fresh.length === 0) {
        // Hidden behind these may be others of their date. And a server that goes on without anything new holds the rest back.
        if (hasOneDate(clients) || (next && queue.length === 0))
          completeness.doubt(clients.at(-1)?.created_on);
        continue;
      }
      completeness.continue(fresh);
      lastDate = clients.at(-1)?.created_on;
      queue = [...continuations];
      const [following] = queue;
      if (following && mayFetchAhead(seen.size)) {
        ahead = fetchPage(following, controller.signal);
        // A caller who stops early never awaits it; its failure must not become an unhandled rejection.
        ahead.catch(() => {});
      }
      yield fresh;
    }
    completeness.end();
  } finally {
    release();
    controller.abort();
  }
}

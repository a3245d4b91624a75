import { isDocSpaceError } from '../error.ts';
import { isOnlyInLists } from '../protocol/client-id.ts';
import { maxPageSize } from '../protocol/cursor.ts';
import type { ClientInfo } from '../types.ts';
import type { Find } from './bulk.ts';
import { inParallel } from './parallel.ts';
import type { ListSource } from './walk.ts';
import { walk } from './walk.ts';
import type { Wanted } from './wanted.ts';

/** The requests for the pages of all clients, and for a single client. */
export interface PagesSource extends ListSource<ClientInfo> {
  readonly fetchOne: (id: string, signal: AbortSignal) => Promise<ClientInfo>;
}

/** Up to this many ids are read one by one: pages would not take fewer requests. */
const fewIds = 3;

/**
 * Reads pages, as long as that is likely to take fewer requests than single reads. Nobody knows how many pages there are, so
 * each client that was found pays for one page, and those that are left for a quarter of their number.
 * @returns whether all clients of the list have come
 */
async function readPages(
  wanted: Wanted,
  source: PagesSource,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const total = wanted.left().length;
  let requests = 0;
  let ends = 0;
  let isAtEnd = false;
  let isComplete = true;
  const pages: ListSource<ClientInfo> = {
    async fetchPage(request, either) {
      requests++;
      const read = await source.fetchPage(request, either);
      return () => {
        const page = read();
        isAtEnd = !page.next;
        if (isAtEnd) ends++;
        return page;
      };
    },
    onIncomplete() {
      isComplete = false;
      source.onIncomplete();
    },
  };
  const isWorthwhile = (): boolean => {
    const ids = wanted.left();
    if (ids.some(isOnlyInLists)) return true;
    // One more request can prove that this was the last page. But if that was wrong once, it proves nothing.
    if (isAtEnd && ends === 1) return ids.length > 0;
    return ids.length > fewIds && requests < total - ids.length + ids.length / 4;
  };
  if (!isWorthwhile()) return false;
  for await (const clients of walk(pages, maxPageSize, signal, () => false)) {
    wanted.add(clients);
    if (!isWorthwhile()) return false;
  }
  return isComplete;
}

/** Reads pages as far as they are worthwhile, then the clients that are left one by one. */
export function findByPages(source: PagesSource): Find {
  return async (wanted, signal) => {
    // A client that is on none of all pages does not exist for the caller.
    if (await readPages(wanted, source, signal)) return;
    const ids = wanted.left().filter((id) => !isOnlyInLists(id));
    await inParallel(ids, signal, async (id, either) => {
      try {
        wanted.add([await source.fetchOne(id, either)]);
      } catch (error) {
        if (!isDocSpaceError(error) || error.code !== 'not_found') throw error;
      }
    });
  };
}

import { checkClientId } from './client-id.ts';
import { invalidInput, isDocSpaceError } from './error.ts';
import { inParallel } from './pool.ts';
import type { ClientInfo, ClientsInfo, Cursor } from './types.ts';

/** The three requests that a bulk read is made of. */
export interface BulkSource {
  /** Guide: the clients of these ids, in one request. */
  byIds(ids: string[], signal: AbortSignal | undefined): Promise<ClientInfo[]>;
  /** Portal: one page of all clients. */
  page(
    cursor: Cursor | null,
    signal: AbortSignal | undefined,
  ): Promise<{ clients: ClientInfo[]; next: Cursor | null }>;
  /** Portal: one client. */
  one(id: string, signal: AbortSignal | undefined): Promise<ClientInfo>;
}

/** Room for `ids=…` in a request line of 8 kB, beside the method, the path and a long prefix: servers refuse 16 kB. */
const maxQuery = 7000;
/** Up to this many ids, single reads cost no more than the page that would tell whether pages pay. */
const fewIds = 3;

/** The ids, checked, each once, in the order asked. */
export function uniqueIds(ids: unknown): string[] {
  if (!Array.isArray(ids)) throw invalidInput('The ids are not an array.', 'Pass an array of client ids.');
  return [...new Set(ids.map(checkClientId))];
}

/** Splits the ids so that no request line grows too long. */
export function chunksOf(ids: string[]): string[][] {
  const chunks: string[][] = [];
  let room = 0;
  for (const id of ids) {
    const length = encodeURIComponent(id).length + '&ids='.length;
    if (length > room) {
      chunks.push([]);
      room = maxQuery;
    }
    chunks.at(-1)?.push(id);
    room -= length;
  }
  return chunks;
}

/** Keeps what was found, for the answer or for the error that ends the call. */
function collector(ids: string[]): {
  add(clients: ClientInfo[]): void;
  open(): string[];
  answer(): ClientsInfo;
} {
  const wanted = new Map<string, ClientInfo | undefined>(ids.map((id) => [id, undefined]));
  return {
    add(clients) {
      for (const client of clients) if (wanted.has(client.client_id)) wanted.set(client.client_id, client);
    },
    open: () => ids.filter((id) => !wanted.get(id)),
    answer: () => ({
      found: [...wanted.values()].filter((client) => client !== undefined),
      missing: ids.filter((id) => !wanted.get(id)),
    }),
  };
}

/** Whatever stopped a bulk read, with what it had found by then. */
async function withFound<T>(work: Promise<T>, found: () => ClientInfo[]): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isDocSpaceError(error)) Object.defineProperty(error, 'found', { value: found(), configurable: true });
    throw error;
  }
}

export async function bulkOfGuide(
  ids: string[],
  source: BulkSource,
  signal?: AbortSignal,
): Promise<ClientsInfo> {
  const result = collector(ids);
  const work = inParallel(chunksOf(ids), signal, async (chunk, either) =>
    result.add(await source.byIds(chunk, either)),
  );
  await withFound(work, () => result.answer().found);
  return result.answer();
}

/** Reads pages while they bring more than one wanted client each, and what is left one by one. */
export async function bulkOfPortal(
  ids: string[],
  source: BulkSource,
  signal?: AbortSignal,
): Promise<ClientsInfo> {
  const result = collector(ids);
  const read = async (): Promise<void> => {
    let cursor = null as Cursor | null;
    for (let pages = 1; result.open().length > fewIds; pages++) {
      const { clients, next }: Awaited<ReturnType<BulkSource['page']>> = await source.page(cursor, signal);
      result.add(clients);
      const worthwhile = ids.length - result.open().length > pages;
      const moved =
        next?.last_client_id !== cursor?.last_client_id || next?.last_created_on !== cursor?.last_created_on;
      if (!next || !moved || !worthwhile) break;
      cursor = next;
    }
    // Also after the last page: clients of one date are lost between two pages of a portal, a single read finds them.
    await inParallel(result.open(), signal, async (id, either) => {
      try {
        result.add([await source.one(id, either)]);
      } catch (error) {
        if (!isDocSpaceError(error) || error.code !== 'not_found') throw error;
      }
    });
  };
  await withFound(read(), () => result.answer().found);
  return result.answer();
}

import { invalidInput, isDocSpaceError, setFound } from '../error.ts';
import { checkClientId } from '../protocol/client-id.ts';
import { isSame } from '../protocol/cursor.ts';
import type { Parameters } from '../protocol/operations.ts';
import type { ClientInfo, ClientsInfo, Cursor } from '../types.ts';
import { inParallel } from './parallel.ts';

/** The requests that getClientsInfo sends. */
export interface BulkSource {
  /** The clients with some ids (guide), or one page of all clients (portal). */
  many: (
    parameters: Pick<Parameters, 'ids' | 'page'>,
    signal: AbortSignal | undefined,
  ) => Promise<{ clients: ClientInfo[]; next: Cursor | null }>;
  one: (id: string, signal: AbortSignal) => Promise<ClientInfo>;
}

/** Characters for `ids=…` in a request line of 8 kB, which also holds a long path prefix. Servers refuse 16 kB. */
const maxQuery = 7000;
/** Up to this many ids, single reads cost no more than a page and the single reads that are left after it. */
const fewIds = 3;

/** The checked ids without duplicates, in the order given. */
export function uniqueIds(ids: unknown): string[] {
  if (!Array.isArray(ids)) throw invalidInput('The ids are not an array.');
  return [...new Set(ids.map(checkClientId))];
}

/** Splits the ids so that no request line becomes too long. */
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

/** Collects the clients with these ids. An error gets what was found by then. */
async function collect(
  ids: string[],
  find: (add: (clients: ClientInfo[]) => void, missing: () => string[]) => Promise<void>,
): Promise<ClientsInfo> {
  const byId = new Map<string, ClientInfo | undefined>(ids.map((id) => [id, undefined]));
  const add = (clients: ClientInfo[]): void => {
    for (const client of clients) if (byId.has(client.client_id)) byId.set(client.client_id, client);
  };
  const found = (): ClientInfo[] => [...byId.values()].filter((client) => client !== undefined);
  const missing = (): string[] => ids.filter((id) => !byId.get(id));
  try {
    await find(add, missing);
  } catch (error) {
    if (isDocSpaceError(error)) setFound(error, found());
    throw error;
  }
  return { found: found(), missing: missing() };
}

/** Asks for the ids, as many in one request as its URL may hold. */
export async function bulkByIds(
  ids: string[],
  source: BulkSource,
  signal?: AbortSignal,
): Promise<ClientsInfo> {
  return collect(ids, (add) =>
    inParallel(chunksOf(ids), signal, async (some, either) =>
      add((await source.many({ ids: some }, either)).clients),
    ),
  );
}

/** Reads pages as long as each brings more than one wanted client on average, then the remaining clients one by one. */
export async function bulkByPages(
  ids: string[],
  source: BulkSource,
  signal?: AbortSignal,
): Promise<ClientsInfo> {
  return collect(ids, async (add, missing) => {
    let cursor = null as Cursor | null;
    for (let pages = 1; missing().length > fewIds; pages++) {
      const { clients, next }: Awaited<ReturnType<BulkSource['many']>> = await source.many(
        { page: { limit: 50, ...cursor } },
        signal,
      );
      add(clients);
      const worthwhile = ids.length - missing().length > pages;
      if (!next || isSame(next, cursor) || !worthwhile) break;
      cursor = next;
    }
    // Even after the last page: a portal loses clients of the same date between two pages, a single read finds them.
    await inParallel(missing(), signal, async (id, either) => {
      try {
        add([await source.one(id, either)]);
      } catch (error) {
        if (!isDocSpaceError(error) || error.code !== 'not_found') throw error;
      }
    });
  });
}

import { checkClientId } from './client-id.ts';
import { invalidInput, isDocSpaceError } from './error.ts';
import { isSame } from './page-query.ts';
import { inParallel } from './pool.ts';
import type { Parameters } from './routes.ts';
import type { ClientInfo, ClientsInfo, Cursor } from './types.ts';

/** The requests that a bulk read is made of. */
export interface BulkSource {
  /** The clients of some ids (guide), or one page of all clients (portal). */
  many: (
    parameters: Pick<Parameters, 'ids' | 'page'>,
    signal: AbortSignal | undefined,
  ) => Promise<{ clients: ClientInfo[]; next: Cursor | null }>;
  one: (id: string, signal: AbortSignal) => Promise<ClientInfo>;
}

/** Room for `ids=…` in a request line of 8 kB, beside the method, the path and a long prefix: servers refuse 16 kB. */
const maxQuery = 7000;
/** Up to this many ids, single reads cost no more than the page that would tell whether pages pay. */
const fewIds = 3;

/** The ids, checked, each once, in the order asked. */
export function uniqueIds(ids: unknown): string[] {
  if (!Array.isArray(ids)) throw invalidInput('The ids are not an array.');
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

/** Finds clients of these ids; whatever stops it has what was found by then. */
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
    // Configurable: calls that fail of one token exchange share its error.
    if (isDocSpaceError(error)) Object.defineProperty(error, 'found', { value: found(), configurable: true });
    throw error;
  }
  return { found: found(), missing: missing() };
}

export async function bulkOfGuide(
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

/** Reads pages while they bring more than one wanted client each, and what is left one by one. */
export async function bulkOfPortal(
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
    // Also after the last page: clients of one date are lost between two pages of a portal, a single read finds them.
    await inParallel(missing(), signal, async (id, either) => {
      try {
        add([await source.one(id, either)]);
      } catch (error) {
        if (!isDocSpaceError(error) || error.code !== 'not_found') throw error;
      }
    });
  });
}

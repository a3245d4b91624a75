import type { ClientInfo } from '../types.ts';
import type { Find } from './bulk.ts';
import { inParallel } from './parallel.ts';

/** Characters for `ids=…` in a request line of 8 kB, which also holds a long path prefix. Servers refuse 16 kB. */
const maxQuery = 7000;

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

/** Asks for the ids, as many in one request as its URL may hold. */
export function findByIds(fetchMany: (ids: string[], signal: AbortSignal) => Promise<ClientInfo[]>): Find {
  return (wanted, signal) =>
    inParallel(chunksOf(wanted.left()), signal, async (ids, either) =>
      wanted.add(await fetchMany(ids, either)),
    );
}

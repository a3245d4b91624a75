import { formatInstant, parseZonedDateTime } from '../src/simulator/zoned-date-time.ts';
import type { Simulator } from '../src/simulator/simulator.ts';
import { CLIENTS, type Client, type Page } from './started.ts';

/** The two lists of a portal. */
export type List = '' | '/info';

export interface ReadPage extends Page {
  readonly bytes: number;
}

/** A cursor as it is sent; undefined leaves it out. */
export interface SentCursor {
  readonly id: string | undefined;
  readonly date: string | undefined;
}

/** Reads one page as an administrator. */
export type ReadOne = (list: List, limit: number, cursor?: SentCursor) => Promise<ReadPage>;

export async function pageReader(simulator: Simulator): Promise<ReadOne> {
  const headers = { 'x-signature': await simulator.tokenOf('admin-1') };
  return async (list, limit, { id, date } = { id: undefined, date: undefined }) => {
    const query = new URLSearchParams({
      limit: String(limit),
      ...(id !== undefined && { last_client_id: id }),
      ...(date !== undefined && { last_created_on: date }),
    });
    const target = `${CLIENTS}${list}?${query.toString()}`;
    const { status, body = '' } = await simulator.handle({ method: 'GET', target, headers });
    if (status !== 200) throw new Error(`${target}: ${status} ${body}`);
    return { ...(JSON.parse(body) as Page), bytes: body.length };
  };
}

/** Follows the cursors verbatim, as the reference describes it. Gives the names in the order in which they came. */
export async function readNaively(read: ReadOne, list: List, limit: number): Promise<string[]> {
  const names: string[] = [];
  let cursor: SentCursor | undefined;
  for (let pages = 0; pages < 500; pages += 1) {
    const { data, last_client_id: id, last_created_on: date } = await read(list, limit, cursor);
    names.push(...data.map(({ name }) => name));
    if (id === null || date === null) return names;
    cursor = { id, date };
  }
  throw new Error('The list does not end.');
}

/** The date plus a microsecond, at an offset of a minute: behind no row of its date in either store. */
export function dateBehind(date: string): string {
  const MINUTE_AND_MICROSECOND = 60_000_001_000n;
  const text = formatInstant((parseZonedDateTime(date)?.nanoseconds ?? 0n) + MINUTE_AND_MICROSECOND);
  const [seconds = '', fraction = ''] = text.slice(0, -1).split('.');
  return `${seconds}.${fraction.padEnd(9, '0')}+00:01`;
}

const LARGEST = 50;
/** A shorter body of the first list cannot have been cut by the store. */
const UNCUT_BYTES = 500_000;

/** Reads every client of either store: the date of the last row is asked for in several forms until nothing new comes. */
export async function readCompletely(read: ReadOne, list: List, limit: number): Promise<Set<string>> {
  const seen = new Set<string>();
  let queue: { limit: number; cursor: SentCursor | undefined }[] = [{ limit, cursor: undefined }];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const page = await read(list, next.limit, next.cursor);
    const last: Client | undefined = page.data.at(-1);
    if (last === undefined) return seen;
    const before = seen.size;
    for (const { client_id } of page.data) seen.add(client_id);
    if (seen.size === before) continue;
    const { client_id: id, created_on: date } = last;
    const zoned = date.replace('Z', 'Z[UTC]');
    if (page.last_created_on !== null) {
      queue = [
        { limit, cursor: { id, date: dateBehind(date) } },
        { limit: LARGEST, cursor: { id, date: dateBehind(date) } },
        { limit: LARGEST, cursor: { id, date: zoned } },
        { limit: LARGEST, cursor: { id, date } },
      ];
    } else if (list === '' && page.bytes < UNCUT_BYTES) {
      return seen;
    } else {
      queue = [zoned, date].map((each) => ({ limit: next.limit, cursor: { id, date: each } }));
    }
  }
  return seen;
}

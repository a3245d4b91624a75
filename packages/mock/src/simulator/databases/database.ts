import type { ZonedDateTime } from '../zoned-date-time.ts';
import type { StoredClient } from '../seed.ts';

/** A client as a database keeps it. */
export interface Row {
  readonly client: StoredClient;
  /** When it was created: microseconds since 1970. */
  readonly created: bigint;
  /** The same as text, in the form in which the vendor's cloud keeps it. */
  readonly createdText: string;
}

/** Where a page begins, as the request has it. */
export interface Cursor {
  /** Empty if there is none. */
  readonly id: string;
  readonly date: ZonedDateTime | undefined;
}

export interface Slice {
  readonly rows: readonly Row[];
  /** Whether the database knows of a row that follows. */
  readonly more: boolean;
}

/** What a portal keeps its clients in: it decides how dates are kept, in which order a list is, and where a page begins and ends. */
export interface Database {
  /** How many digits of a second it keeps. */
  readonly digits: 6 | 9;
  /** The newest first. */
  readonly compare: (one: Row, other: Row) => number;
  /** A page of rows that are in this order. */
  readonly page: (rows: readonly Row[], cursor: Cursor, limit: number) => Slice;
}

/** The part of a sorted list from the first row on that fulfils a condition. */
export function rowsFrom(rows: readonly Row[], condition: (row: Row) => boolean): readonly Row[] {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row !== undefined && condition(row)) high = middle;
    else low = middle + 1;
  }
  return rows.slice(low);
}

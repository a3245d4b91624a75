import { toMicroseconds } from '../zoned-date-time.ts';
import { rowsFrom, type Cursor, type Database, type Row, type Slice } from './database.ts';

/** The last year of a DATETIME: nothing is before a date that the database cannot hold. */
const LAST_YEAR = 9999;

/** MariaDB or MySQL, what a self-hosted portal has: dates are instants of microseconds, and the id of a cursor is ignored. */
export const sql: Database = {
  digits: 6,
  // Rows of one date keep their order: there is no second column to sort by.
  compare: (one, other) => (one.created === other.created ? 0 : one.created > other.created ? -1 : 1),
  page: (rows, cursor, limit): Slice => {
    const left = after(rows, cursor);
    return { rows: left.slice(0, limit), more: left.length > limit };
  },
};

/** Strictly older: the rows that share the date of the last row of a page are lost. */
function after(rows: readonly Row[], { date }: Cursor): readonly Row[] {
  if (date === undefined) return rows;
  if (date.year > LAST_YEAR) return [];
  const microseconds = toMicroseconds(date.nanoseconds);
  return rowsFrom(rows, ({ created }) => created < microseconds);
}

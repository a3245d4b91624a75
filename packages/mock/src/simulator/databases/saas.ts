import { rowsFrom, type Database, type Row, type Slice } from './database.ts';

/** A query ends with the row that makes it larger than this. */
const MAX_QUERY_BYTES = 1024 * 1024;

/**
 * DynamoDB, what the vendor's cloud has: dates are compared as text, in which they end in `Z[UTC]`, and the id counts among
 * rows of one date. A query is cut at 1 MB, after which the cursors are null although rows follow.
 */
export const saas: Database = {
  digits: 9,
  compare: (one, other) =>
    descending(one.createdText, other.createdText) || descending(one.client.id, other.client.id),
  page: (rows, { id, date }, limit): Slice => {
    // Half a cursor is no cursor, so the first page comes again.
    const from =
      date === undefined || id === ''
        ? rows
        : rowsFrom(
            rows,
            ({ createdText, client }) =>
              createdText < date.text || (createdText === date.text && client.id < id),
          );
    const read = query(from, limit + 1);
    return { rows: read.slice(0, limit), more: read.length > limit };
  },
};

function query(rows: readonly Row[], limit: number): readonly Row[] {
  let bytes = 0;
  const end = rows.slice(0, limit).findIndex(({ client }) => {
    bytes += sizeOf(client.record);
    return bytes > MAX_QUERY_BYTES;
  });
  return rows.slice(0, end === -1 ? limit : end + 1);
}

function sizeOf(record: object): number {
  return new TextEncoder().encode(JSON.stringify(record)).length;
}

function descending(one: string, other: string): number {
  return one === other ? 0 : one > other ? -1 : 1;
}

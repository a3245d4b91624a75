import type { Database, Row } from './databases/database.ts';
import { textOf, type JsonObject } from './json.ts';
import type { StoredClient } from './seed.ts';
import { formatInstant, parseZonedDateTime, toMicroseconds, type ZonedDateTime } from './zoned-date-time.ts';

const DATES = ['created_on', 'modified_on'];

/** A client as a database keeps it, with its dates in the digits that the database has; as it is without a database. */
export function rowOf(client: StoredClient, database: Database | undefined): Row {
  const kept =
    database === undefined ? client : { ...client, record: withKeptDates(client.record, database) };
  const date = parseZonedDateTime(textOf(kept.record['created_on']));
  return {
    client: kept,
    created: date === undefined ? 0n : toMicroseconds(date.nanoseconds),
    // The zone that a date has in the vendor's cloud; no answer shows it.
    createdText: date === undefined ? '' : `${date.text}[UTC]`,
  };
}

function withKeptDates(record: JsonObject, database: Database): JsonObject {
  const changed = DATES.flatMap((name) => {
    const date = parseZonedDateTime(textOf(record[name]));
    return date === undefined ? [] : [[name, formatInstant(inDigits(date, database))] as const];
  });
  return { ...record, ...Object.fromEntries(changed) };
}

function inDigits({ nanoseconds }: ZonedDateTime, { digits }: Database): bigint {
  return digits === 9 ? nanoseconds : toMicroseconds(nanoseconds) * 1000n;
}

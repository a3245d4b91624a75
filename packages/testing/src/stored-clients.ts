import type { StoredClient } from './stores.ts';

/** Clients with these dates, in the order given. Their ids sort in another order, as random ones would. */
export function clientsOf(
  dates: readonly string[],
  fields: Readonly<Record<string, unknown>> = {},
): StoredClient[] {
  return dates.map((created_on, index) => ({
    client_id: `${String((index * 7919) % 100_000).padStart(8, '0')}-0000-4000-8000-${String(index).padStart(12, '0')}`,
    name: `App ${index}`,
    created_on,
    ...fields,
  }));
}

/** So many times the same date. */
export function sameDate(count: number, date: string): string[] {
  return Array.from({ length: count }, () => date);
}

/** So many dates, each so many milliseconds before the one before. */
export function datesApart(count: number, ms: number, newest = '2026-04-01T12:00:00.123Z'): string[] {
  return Array.from({ length: count }, (_, index) =>
    // As a portal writes it: without trailing zeros.
    new Date(Date.parse(newest) - index * ms).toISOString().replace(/\.?0*Z$/, 'Z'),
  );
}

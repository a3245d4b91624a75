import type { Column, ListedClient } from '../../columns/columns.ts';

/** What JSON has of a client: all fields, or those of the columns that were asked for. */
export function fieldsOf(client: ListedClient, chosen: readonly Column[] | undefined): ListedClient {
  if (chosen === undefined) return client;
  return Object.fromEntries(chosen.map(({ name }) => [name, client[name] ?? null]));
}

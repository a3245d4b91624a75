/**
 * The two stores of a portal's identity service, as far as lists go. Both sort by date, newest first, and both answer with
 * the cursor of the last client; what they do with a cursor differs. In memory, so that whole series of lists take
 * milliseconds.
 */

/** A client as a store keeps it. `created_on` has up to nine digits after the second, as the cloud writes it. */
export interface StoredClient {
  readonly client_id: string;
  readonly created_on: string;
  readonly [field: string]: unknown;
}

export interface ListQuery {
  readonly limit: number;
  readonly last_client_id: string | null;
  readonly last_created_on: string | null;
}

export interface StoredPage {
  readonly data: readonly StoredClient[];
  readonly limit: number;
  readonly last_client_id: string | null;
  readonly last_created_on: string | null;
}

/** A store; undefined if the date of the cursor cannot be read, which a portal answers with 500. */
export type Store = (query: ListQuery) => StoredPage | undefined;

const accepted =
  /^(?<local>[+-]?\d{4,9}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(?:\.(?<fraction>\d{1,9}))?(?<offset>Z|[+-]\d\d:\d\d)(?:\[UTC\])?$/i;

/** A date in nanoseconds, or undefined. Only for years that Date knows. */
function nanosOf(date: string): bigint | undefined {
  const { local, fraction = '', offset } = accepted.exec(date)?.groups ?? {};
  const ms = Date.parse(`${local}${offset?.toUpperCase()}`);
  return Number.isNaN(ms) ? undefined : BigInt(ms) * 1_000_000n + BigInt(fraction.padEnd(9, '0'));
}

/** Rounded half up to microseconds, as a column of that precision keeps a date. */
function microsOf(date: string): bigint | undefined {
  const nanos = nanosOf(date);
  return nanos === undefined ? undefined : (nanos + 500n) / 1000n;
}

/** Microseconds as JSON shows them: trailing zeros of the fraction are dropped. */
function fromMicros(micros: bigint): string {
  const seconds = new Date(Number(micros / 1_000_000n) * 1000).toISOString().slice(0, 19);
  const fraction = String(micros % 1_000_000n)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${seconds}${fraction && `.${fraction}`}Z`;
}

function pageOf(data: readonly StoredClient[], limit: number, isLast: boolean): StoredPage {
  const last = isLast ? undefined : data.at(-1);
  return {
    data,
    limit,
    last_client_id: last?.client_id ?? null,
    last_created_on: last?.created_on ?? null,
  };
}

/** A relational database, as installations of their own have it: it continues before the moment of the cursor. */
export function sqlStore(clients: readonly StoredClient[]): Store {
  const rows = clients
    .map((client) => ({ client, micros: microsOf(client.created_on) ?? 0n }))
    .toSorted((a, b) => Number(b.micros - a.micros))
    .map(({ client, micros }) => ({ micros, client: { ...client, created_on: fromMicros(micros) } }));
  return ({ limit, last_created_on }) => {
    const before = last_created_on ? microsOf(last_created_on) : null;
    if (before === undefined) return undefined;
    const rest = rows.filter(({ micros }) => before === null || micros < before);
    const data = rest.slice(0, limit).map(({ client }) => client);
    return pageOf(data, limit, rest.length <= limit);
  };
}

/** What one query of the cloud's store reads at most, in bytes. The client that crosses it is the last. */
const maxQueryBytes = 1024 * 1024;

/** The store of the vendor's cloud: it compares texts, needs both cursors, and a query reads at most 1 MB. */
export function saasStore(clients: readonly StoredClient[]): Store {
  const rows = clients
    .map((client) => ({
      client,
      key: `${client.created_on}[UTC]`,
      bytes: JSON.stringify(client).length,
    }))
    .toSorted((a, b) => compare(b.key, a.key) || compare(b.client.client_id, a.client.client_id));
  return ({ limit, last_client_id, last_created_on }) => {
    if (last_created_on && nanosOf(last_created_on) === undefined) return undefined;
    const isAfter = ({ key, client }: (typeof rows)[number]): boolean =>
      !last_client_id ||
      !last_created_on ||
      key < last_created_on ||
      (key === last_created_on && client.client_id < last_client_id);
    const read: StoredClient[] = [];
    let bytes = 0;
    // One more than the page holds, to know whether there is a next page.
    for (const row of rows) {
      if (read.length > limit || bytes > maxQueryBytes) break;
      if (!isAfter(row)) continue;
      read.push(row.client);
      bytes += row.bytes;
    }
    return pageOf(read.slice(0, limit), limit, read.length <= limit);
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

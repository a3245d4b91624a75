import type { Cursor } from '../types.ts';
import { justAfter, withZoneName } from './created-on.ts';
import { isSendable, maxPageSize } from './cursor.ts';

/** One request for a page of a list. */
export interface PageRequest {
  readonly limit: number;
  /** Null for the first page. */
  readonly cursor: Cursor | null;
  /** Whether some portals refuse this form of the cursor, with 400 or 500. Then the next form is tried. */
  readonly mayBeRefused: boolean;
}

/** What of a client decides where the next page begins. */
export interface Listed {
  readonly client_id: string;
  readonly created_on?: string;
}

/** A page of a list. */
export interface Page<Row> {
  readonly clients: Row[];
  /** Where the portal says that the next page begins; null if it says that there is none. */
  readonly next: Cursor | null;
}

/** The cloud's store ends a page at 1 MB. Half of it leaves room for what the store counts and the JSON does not show. */
const safeBytes = 500_000;

/** Whether a list's body is so large that the store may have cut the page. Assumes the largest size for each character. */
export function isLargeBody(text: string): boolean {
  const notAscii = (): number => text.match(/[^\0-\x7f]/g)?.length ?? 0;
  return text.length >= safeBytes || text.length + 2 * notAscii() >= safeBytes;
}

/**
 * The requests that may continue a list after a page; each one is tried if the one before brings nothing new. The cursor that
 * a portal sends loses clients that have the date of the last one, because it continues with older dates. So the first forms
 * ask for that date again. The cloud compares dates as texts, every other portal compares moments, and nothing tells which.
 * @param mayBeCut whether the store may have cut the page: then cursors that are null do not prove the end of the list
 */
export function continuationsOf(
  { clients, next }: Page<Listed>,
  limit: number,
  mayBeCut: boolean,
): PageRequest[] {
  const last = clients.at(-1);
  if (!last || (!next && !mayBeCut)) return [];
  const date = typeof last.created_on === 'string' ? last.created_on : '';
  const again = justAfter(date);
  const exact = withZoneName(date);
  const verbatim = {
    last_client_id: next?.last_client_id ?? last.client_id,
    last_created_on: next?.last_created_on ?? (date || null),
  };
  const optional = (size: number, text: string): PageRequest => ({
    limit: size,
    cursor: { last_client_id: last.client_id, last_created_on: text },
    mayBeRefused: true,
  });
  const requests: PageRequest[] = [];
  // Not after a page that was cut: the clients of that date again could fill the next one up to the cut.
  if (again && next) {
    requests.push(optional(limit, again));
    // More clients than the caller's page holds may have this date.
    if (limit < maxPageSize) requests.push(optional(maxPageSize, again));
  }
  if (exact && exact !== verbatim.last_created_on) requests.push(optional(maxPageSize, exact));
  if (next || date) requests.push({ limit: maxPageSize, cursor: verbatim, mayBeRefused: false });
  return requests.filter(({ cursor }) => isSendable(cursor));
}

/** Whether an error is how a portal refuses a form of the cursor that it cannot read. */
export function isRefusal({ status }: { status?: number | undefined }): boolean {
  return status === 400 || status === 500;
}

/** Whether a page is full of clients of one date: others of that date may be hidden behind them. */
export function hasOneDate(clients: readonly Listed[]): boolean {
  return (
    clients.length >= maxPageSize && clients.every((client) => client.created_on === clients[0]?.created_on)
  );
}

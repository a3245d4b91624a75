import type { Cursor } from '../databases/database.ts';
import { parseZonedDateTime } from '../zoned-date-time.ts';

/** The parameters of a page, or what is wrong with them. */
export type PageParameters =
  | { readonly limit: number; readonly cursor: Cursor }
  /** `unreadable` fails inside of the service. */
  | 'missing'
  | 'unreadable'
  | 'out-of-range';

const DEFAULT_LIMIT = 30;
const MAX_LIMIT = 50;

/** Of a parameter that is sent twice the first counts. */
export function readPageParameters(query: URLSearchParams, needsLimit: boolean): PageParameters {
  const text = query.get('limit');
  if (text === null && needsLimit) return 'missing';
  const limit = text === null || (text === '' && !needsLimit) ? DEFAULT_LIMIT : parseInteger(text);
  if (limit === undefined) return 'unreadable';
  const after = query.get('last_created_on') ?? '';
  const date = after === '' ? undefined : parseZonedDateTime(after);
  if (after !== '' && date === undefined) return 'unreadable';
  // Only when all of them can be read does the range count.
  if (limit < 1 || limit > MAX_LIMIT) return 'out-of-range';
  return { limit, cursor: { id: query.get('last_client_id') ?? '', date } };
}

/** A whole number of 32 bits as Java reads it: with a sign or zeros in front, but without a blank. */
function parseInteger(text: string): number | undefined {
  if (!/^[+-]?\d+$/u.test(text)) return undefined;
  const value = Number(text);
  return value >= -(2 ** 31) && value < 2 ** 31 ? value : undefined;
}

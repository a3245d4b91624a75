import { isObject } from '../check.ts';
import { invalidInput } from '../error.ts';
import type { Cursor } from '../types.ts';

/** The largest page that a portal sends. */
export const maxPageSize = 50;

/** Checks the page size that a caller gives against what a portal allows. */
export function checkPageSize(limit: unknown): number {
  if (!(Number.isInteger(limit) && Number(limit) >= 1 && Number(limit) <= maxPageSize)) {
    throw invalidInput(`The page size is not a whole number from 1 to ${maxPageSize}.`);
  }
  return limit as number;
}

/** Whether a text can be written into a URL: half a surrogate pair cannot. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** Whether a cursor can be sent as it is. */
export function isSendable(cursor: Cursor | null): boolean {
  return isWellFormed(`${cursor?.last_client_id} ${cursor?.last_created_on}`);
}

/** The two fields of a cursor; a missing field is null. A field that cannot be sent back verbatim is refused. */
export function cursorOf(
  from: { [K in keyof Cursor]?: unknown },
  refuse: (field: keyof Cursor) => Error,
): Cursor {
  const field = (name: keyof Cursor): string | null => {
    const value = from[name] ?? null;
    if (value === null || (typeof value === 'string' && isWellFormed(value))) return value;
    throw refuse(name);
  };
  return { last_client_id: field('last_client_id'), last_created_on: field('last_created_on') };
}

/** Checks the cursor that a caller gives. */
export function checkCursor(cursor: unknown): Cursor {
  const refuse = (): Error =>
    invalidInput('The cursor is not that of a page.', 'Pass `next` of the page before.');
  const given = cursor ?? {};
  if (!isObject(given)) throw refuse();
  const checked = cursorOf(given, refuse);
  if (Object.keys(given).some((key) => !Object.hasOwn(checked, key))) throw refuse();
  return checked;
}

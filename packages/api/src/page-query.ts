import { invalidInput } from './error.ts';
import type { Cursor } from './types.ts';

/** What a portal allows. */
export function checkPageSize(limit: number): number {
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 50)) {
    throw invalidInput('The page size is not a whole number from 1 to 50.');
  }
  return limit;
}

/** The cursor among other fields; a field that is absent is null. */
export function cursorOf(
  fields: { [K in keyof Cursor]?: unknown },
  refuse: (field: string) => Error,
): Cursor {
  const field = (name: keyof Cursor): string | null => {
    const value = fields[name] ?? null;
    if (value === null || typeof value === 'string') return value;
    throw refuse(name);
  };
  return { last_client_id: field('last_client_id'), last_created_on: field('last_created_on') };
}

/** A caller's cursor. */
export function checkCursor(cursor: Cursor | null | undefined): Cursor {
  return cursorOf(cursor ?? {}, () =>
    invalidInput('The cursor is not one of a page.', 'Pass `next` of the page before.'),
  );
}

/** Whether two cursors stand at the same place. */
export function isSame(a: Cursor | null, b: Cursor | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

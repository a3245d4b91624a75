import { invalidInput } from './error.ts';
import type { Cursor } from './types.ts';

/** What a portal allows. */
export function checkPageSize(limit: number): number {
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 50)) {
    throw invalidInput('The page size is not a whole number from 1 to 50.');
  }
  return limit;
}

/** The part of a cursor that goes into the query; nulls are left out. */
export function cursorQuery(cursor: Cursor | null | undefined): {
  last_client_id?: string;
  last_created_on?: string;
} {
  const { last_client_id, last_created_on } = cursor ?? {};
  if (![last_client_id, last_created_on].every((value) => value == null || typeof value === 'string')) {
    throw invalidInput('The cursor is not one of a page.', 'Pass `next` of the page before, unchanged.');
  }
  return {
    ...(last_client_id != null && { last_client_id }),
    ...(last_created_on != null && { last_created_on }),
  };
}

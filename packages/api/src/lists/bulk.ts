import { isDocSpaceError, setFound } from '../error.ts';
import type { ClientsInfo } from '../types.ts';
import type { Wanted } from './wanted.ts';

/** Looks for the clients that are wanted and adds those that it finds. */
export type Find = (wanted: Wanted, signal: AbortSignal | undefined) => Promise<void>;

/** Sorts the ids into found and missing. An error gets what was found by then. */
export async function bulk(
  wanted: Wanted,
  find: Find,
  signal: AbortSignal | undefined,
): Promise<ClientsInfo> {
  try {
    if (wanted.left().length > 0) await find(wanted, signal);
  } catch (error) {
    if (isDocSpaceError(error)) setFound(error, wanted.found());
    throw error;
  }
  return { found: wanted.found(), missing: wanted.missing() };
}

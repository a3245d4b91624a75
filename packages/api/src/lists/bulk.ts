import { invalidInput, isDocSpaceError, setFound } from '../error.ts';
import { checkOneOfMany, foldCase, isRefusedId } from '../protocol/client-id.ts';
import type { ClientsInfo } from '../types.ts';
import { Findings } from './findings.ts';

/** The checked ids in the order given. Ids that differ only in case are one id; its first spelling counts. */
export function uniqueIds(ids: unknown): string[] {
  if (!Array.isArray(ids)) throw invalidInput('The ids are not an array.');
  const unique = new Map<string, string>();
  for (const id of ids.map(checkOneOfMany)) {
    if (!unique.has(foldCase(id))) unique.set(foldCase(id), id);
  }
  return [...unique.values()];
}

/** Finds clients by their ids, none of which is refused. */
export type Find = (ids: string[], findings: Findings, signal: AbortSignal | undefined) => Promise<void>;

/** Sorts the ids into found and missing. An error gets what was found by then. */
export async function bulk(
  ids: string[],
  find: (ids: string[], findings: Findings) => Promise<void>,
): Promise<ClientsInfo> {
  const findings = new Findings(ids);
  // A refused id is missing, and is not worth a request.
  const sendable = ids.filter((id) => !isRefusedId(id));
  try {
    if (sendable.length > 0) await find(sendable, findings);
  } catch (error) {
    if (isDocSpaceError(error)) setFound(error, findings.found());
    throw error;
  }
  return { found: findings.found(), missing: findings.missing() };
}

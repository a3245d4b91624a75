import { UsageError } from '@docspace-oauth/terminal/usage-error';

import type { Snapshot } from './snapshot-file.ts';

/** Refuses to compare what would differ for another reason than a change. */
export function checkComparable(before: Snapshot, after: Snapshot): void {
  const differences = [
    ['portal', 'of two portals'],
    ['dialect', 'in two dialects'],
    ['role', 'with the keys of two roles, and a user sees fewer clients than an administrator'],
  ] as const;
  for (const [field, how] of differences) {
    if (before[field] === after[field]) continue;
    throw new UsageError(
      `These snapshots were made ${how}: ${before[field] ?? 'none'} and ${after[field] ?? 'none'}.`,
      'Compare snapshots of one portal, made with keys of the same role.',
    );
  }
}

import type { CommandDescription } from '../../description/command-description.ts';
import { formatOptions, helpOption, portalOptions } from '../../description/common-options.ts';

export const description = {
  name: 'diff',
  summary: 'tells what has changed since a snapshot',
  arguments: {
    usage: 'OLD [NEW]',
    least: 1,
    most: 2,
    wrong: 'diff takes one snapshot, or two.',
    hint: 'docspace-oauth snapshot FILE makes one.',
    completes: 'file',
  },
  options: { ...formatOptions(['table', 'json', 'markdown']), ...portalOptions, ...helpOption },
  details: [
    `Without NEW it compares with the portal as it is now. "secret changed" means that the encrypted secret in the
portal's list is another: it stays the same from request to request, but a portal that encrypts all of its
secrets anew would look like that too. In the guide's dialect lists have no secret, so its change is not seen.`,
  ],
  examples: [
    {
      command: 'docspace-oauth diff clients.json',
      what: 'what has changed since the snapshot; for a nightly job',
    },
    {
      command: 'docspace-oauth diff monday.json friday.json --format markdown',
      what: 'between two snapshots',
    },
  ],
  exitCodes: { 0: 'nothing has changed', 1: 'something has changed', 2: 'it could not be compared' },
  asksPortal: true,
  failedCall: 2,
} as const satisfies CommandDescription;

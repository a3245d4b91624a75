import type { CommandDescription } from '../../description/command-description.ts';
import { helpOption, portalOptions } from '../../description/common-options.ts';

export const description = {
  name: 'snapshot',
  summary: 'writes all clients into a file, for diff',
  arguments: {
    usage: 'FILE',
    least: 1,
    most: 1,
    wrong: 'snapshot takes one file to write.',
    hint: 'Such as docspace-oauth snapshot clients.json.',
    completes: 'file',
  },
  options: {
    force: { type: 'boolean', help: 'overwrite a file that is no snapshot of this portal' },
    ...portalOptions,
    ...helpOption,
  },
  details: [
    `The file is JSON, sorted, and the same for the same clients, so it can be kept under version control. It holds no
secret: of client_secret it has the SHA-256 of what the list shows, which on a portal is encrypted, and of a
logo the SHA-256. A list that may be incomplete is not written.`,
  ],
  examples: [
    { command: 'docspace-oauth snapshot clients.json', what: 'the clients of today' },
    {
      command: 'docspace-oauth snapshot clients.json --profile production',
      what: 'those of a portal of the config file',
    },
  ],
  exitCodes: { 0: 'it was written', 2: 'it could not be made' },
  asksPortal: true,
  failedCall: 2,
} as const satisfies CommandDescription;

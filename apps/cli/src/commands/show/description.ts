import type { CommandDescription } from '../../description/command-description.ts';
import { formatOptions, helpOption, portalOptions } from '../../description/common-options.ts';

export const description = {
  name: 'show',
  summary: 'shows what each of the three single reads reveals of a client, side by side',
  arguments: {
    usage: 'ID…',
    least: 1,
    most: Infinity,
    wrong: 'show takes the id of a client, or several.',
    hint: 'docspace-oauth list lists the ids.',
  },
  options: {
    ...formatOptions(['table', 'json']),
    'show-secrets': {
      type: 'boolean',
      help: 'print client_secret in clear; only for one client, as a table',
    },
    ...portalOptions,
    ...helpOption,
  },
  details: [
    `Steps 2, 3 and 4 are getClient, getClientInfo and getPublicClientInfo. For each field the table tells which of them
have it, and who sees it: anyone (step 4), the creator of the client and administrators, administrators alone,
or only those whom you trust with the secret. Where they differ, the value stands once for each.`,
  ],
  examples: [
    {
      command: 'docspace-oauth show c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831',
      what: 'every field of one client',
    },
    { command: 'docspace-oauth show ID --json', what: 'the three records as JSON, secrets hidden' },
  ],
  exitCodes: { 0: 'it worked', 1: 'a call failed or an id is unknown', 2: 'wrong usage' },
  asksPortal: true,
} as const satisfies CommandDescription;

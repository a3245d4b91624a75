import type { CommandDescription } from '../../description/command-description.ts';
import { formatOptions, helpOption, portalOptions } from '../../description/common-options.ts';

export const levels = ['note', 'warning', 'error'] as const;

export const description = {
  name: 'audit',
  summary: 'checks all clients by rules from RFC 9700, RFC 8252 and OAuth 2.1',
  options: {
    ...formatOptions(['table', 'json', 'csv', 'markdown', 'sarif', 'junit']),
    'fail-on': {
      type: 'string',
      value: 'LEVEL',
      choices: levels,
      help: 'the mildest level that fails the run: note, warning or error (default error)',
    },
    known: {
      type: 'string',
      value: 'FILE',
      help: 'a YAML list of findings that are accepted, each with a reason and a day on which that ends',
      completes: 'file',
    },
    ...portalOptions,
    ...helpOption,
  },
  details: [
    `Each finding names its rule, says what was found and what to do. An entry of --known has a rule, a subject (the id of
a client, or "*"), a reason and expires (YYYY-MM-DD); one that has expired or is no longer needed is reported.`,
  ],
  examples: [
    { command: 'docspace-oauth audit', what: 'what is dangerous or odd about the clients of the portal' },
    {
      command: 'docspace-oauth audit --fail-on warning --known accepted.yaml --format sarif > audit.sarif',
      what: 'for a nightly job, whose findings a code host shows',
    },
  ],
  exitCodes: {
    0: 'nothing was found from the level of --fail-on on',
    1: 'something was found',
    2: 'the audit could not be made, or the list may be incomplete',
  },
  asksPortal: true,
  failedCall: 2,
} as const satisfies CommandDescription;

import type { CommandDescription } from '../../description/command-description.ts';
import { formatOptions, helpOption, portalOptions } from '../../description/common-options.ts';

export const description = {
  name: 'whoami',
  summary: 'tells whose API key this is, what it may do, and what is left of the rate limit',
  options: { ...formatOptions(['table', 'json']), ...portalOptions, ...helpOption },
  details: ['Neither the key nor the token that a portal gives for it is ever printed.'],
  examples: [
    { command: 'docspace-oauth whoami', what: 'portal, dialect, user, role, tenant, token, rate limit' },
    {
      command: 'docspace-oauth whoami --profile production',
      what: 'the same for a portal of the config file',
    },
  ],
  exitCodes: { 0: 'the key works', 1: 'the key was refused or a call failed', 2: 'wrong usage' },
  asksPortal: true,
} as const satisfies CommandDescription;

import type { CommandDescription } from '../../description/command-description.ts';
import { formatOptions, helpOption, portalOptions } from '../../description/common-options.ts';

export const description = {
  name: 'public',
  summary: 'shows the consent card of a client as a user would see it, without a credential',
  arguments: {
    usage: 'ID',
    least: 1,
    most: 1,
    wrong: 'public takes the id of one client.',
    hint: 'docspace-oauth list lists the ids.',
  },
  options: { ...formatOptions(['table', 'json']), ...portalOptions, ...helpOption },
  details: [
    `It uses public information alone (getPublicClientInfo) and sends no API key, so none has to be set. The scopes are
in the words of the consent screen.`,
  ],
  examples: [
    { command: 'docspace-oauth public c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831', what: 'the card' },
    { command: 'docspace-oauth public ID --json', what: 'what the card is made from' },
  ],
  exitCodes: { 0: 'it worked', 1: 'the call failed or the id is unknown', 2: 'wrong usage' },
  asksPortal: true,
} as const satisfies CommandDescription;

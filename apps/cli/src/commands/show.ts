import { parseArguments } from '@docspace-oauth/terminal/arguments';
import { fieldList } from '@docspace-oauth/terminal/field-list';
import { terminalJson } from '@docspace-oauth/terminal/json';
import { portalSettingsHelp } from '@docspace-oauth/terminal/portal-settings';
import { redact } from '@docspace-oauth/terminal/redact';
import { UsageError } from '@docspace-oauth/terminal/usage-error';

import type { Command } from '../command.ts';
import { withPortal } from '../portal.ts';

const help = `Shows one OAuth2 client: every field that its record (getClient) and its details (getClientInfo) have.

Usage: docspace-oauth show ID [options]

Options:
  --json           print the fields as JSON
  --show-secrets   print client_secret in clear
  --help           this text

${portalSettingsHelp}
Exit codes: 0 it worked, 1 a call failed or the id is unknown, 2 wrong usage.
`;

export const show: Command = {
  help,
  async run(args, context) {
    const { id, json, showSecrets } = readArguments(args);
    const { stdout, stderr } = context;
    await withPortal(context, json ? stderr : stdout, async ({ docspace, apiKey }) => {
      // In the guide's dialect the details are the fuller answer, on a portal the record is.
      const [client, info] = await Promise.all([docspace.getClient(id), docspace.getClientInfo(id)]);
      const fields = redact({ ...client, ...info }, { apiKey, showSecrets });
      stdout.write(`${json ? terminalJson(fields) : fieldList(fields).join('\n')}\n`);
    });
  },
};

function readArguments(args: readonly string[]): { id: string; json: boolean; showSecrets: boolean } {
  const { values, positionals } = parseArguments({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      'show-secrets': { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const [id, ...others] = positionals;
  if (id === undefined || others.length > 0) {
    throw new UsageError('show takes the id of one client.', 'docspace-oauth list lists the ids.');
  }
  return { id, json: values.json, showSecrets: values['show-secrets'] };
}

import type { Client } from '@docspace-oauth/api';
import { parseArguments } from '@docspace-oauth/terminal/arguments';
import { terminalJson } from '@docspace-oauth/terminal/json';
import { portalSettingsHelp } from '@docspace-oauth/terminal/portal-settings';
import { redact } from '@docspace-oauth/terminal/redact';
import { table } from '@docspace-oauth/terminal/table';

import type { Command } from '../command.ts';
import { listColumns } from '../list-columns.ts';
import { withPortal } from '../portal.ts';

const help = `Lists all OAuth2 clients that the owner of the API key may see, the newest first.

Usage: docspace-oauth list [options]

Options:
  --json    print all fields as JSON; secrets stay hidden
  --help    this text

${portalSettingsHelp}
Exit codes: 0 it worked, 1 a call failed, 2 wrong usage.
`;

export const list: Command = {
  help,
  async run(args, context) {
    const { json } = parseArguments({ args: [...args], options: { json: { type: 'boolean' } } }).values;
    const { stdout, stderr } = context;
    await withPortal(context, json ? stderr : stdout, async ({ docspace, apiKey }) => {
      const clients: Client[] = [];
      for await (const client of docspace.iterateClients()) clients.push(redact(client, { apiKey }));
      stdout.write(json ? `${terminalJson(clients)}\n` : tableText(clients));
    });
  },
};

function tableText(clients: readonly Client[]): string {
  const count = clients.length === 1 ? '1 client' : `${clients.length} clients`;
  const lines = clients.length === 0 ? [] : [...table(clients, listColumns), ''];
  return [...lines, count, ''].join('\n');
}

import { consentLines } from '@docspace-oauth/audit/consent';
import { terminalJson } from '@docspace-oauth/terminal/json';
import { clean } from '@docspace-oauth/terminal/text';

import type { Run } from '../../command.ts';
import { writeTo } from '../../output.ts';
import { chosenFormat, parseCommand } from '../../parse-command.ts';
import { withPortal } from '../../portal/portal.ts';
import { openSession } from '../../portal/session.ts';
import { cardLines } from './card.ts';
import { description } from './description.ts';

export const run: Run = async (args, context) => {
  const { values, positionals } = parseCommand(description, args);
  const [id = ''] = positionals;
  const format = chosenFormat(values);
  const session = openSession(values, format === 'table', context);
  return withPortal(
    values,
    { ...session, isInteractive: format === 'table', isAnonymous: true },
    context,
    async ({ docspace, hide }) => {
      const client = hide(await docspace.getPublicClientInfo(id));
      // What a server sends as scopes may be anything.
      const given: readonly unknown[] = Array.isArray(client.scopes) ? client.scopes : [];
      const consent = consentLines(given.map((scope) => clean(String(scope))));
      const text =
        format === 'json'
          ? terminalJson({ ...client, consent })
          : cardLines(client, consent, session.paint).join('\n');
      await writeTo(context.stdout, `${text}\n`);
      return 0;
    },
  );
};

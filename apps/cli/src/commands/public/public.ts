import { terminalJson } from '@docspace-oauth/terminal/json';

import type { Run } from '../../command.ts';
import { writeTo } from '../../output.ts';
import { chosenFormat, parseCommand } from '../../parse-command.ts';
import { withPortal } from '../../portal/portal.ts';
import { openSession } from '../../portal/session.ts';
import { cardLines } from './card.ts';
import { description } from './description.ts';
import { consentsOf } from './scope-words.ts';

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
      const text =
        format === 'json'
          ? terminalJson({ ...client, consent: consentsOf(client.scopes) })
          : cardLines(client, session.paint).join('\n');
      await writeTo(context.stdout, `${text}\n`);
      return 0;
    },
  );
};

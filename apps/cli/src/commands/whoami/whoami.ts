import { isDocSpaceError, type DocSpaceHooks } from '@docspace-oauth/api';
import { terminalJson } from '@docspace-oauth/terminal/json';

import type { Run } from '../../command.ts';
import { writeTo } from '../../output.ts';
import { chosenFormat, parseCommand } from '../../parse-command.ts';
import { withPortal, type Portal } from '../../portal/portal.ts';
import { recordBodies } from '../../portal/recorder.ts';
import { openSession } from '../../portal/session.ts';
import { tokenClaims } from '../../portal/token-claims.ts';
import { description } from './description.ts';
import { identityOf } from './identity.ts';
import { sentencesOf } from './sentences.ts';

export const run: Run = async (args, context) => {
  const { values } = parseCommand(description, args);
  const format = chosenFormat(values);
  const session = openSession(values, format === 'table', context);
  // The token that the DocSpace client exchanges anyway tells whose key it is: no request is sent for that alone.
  const recorder = recordBodies('generateJwtToken');
  let remaining: number | undefined;
  const hooks: DocSpaceHooks = {
    ...session.hooks,
    onResponse(event) {
      if (event.operationId === 'getClients') remaining = event.remaining ?? remaining;
    },
  };
  return withPortal(
    values,
    { ...session, hooks, validate: recorder.validate, isInteractive: format === 'table' },
    context,
    async ({ docspace, name, hide }) => {
      const dialect = await docspace.dialect();
      const mayList = await mayListClients(docspace, () => tokenClaims(recorder)?.role === 'guest');
      const claims = tokenClaims(recorder);
      const identity = hide(
        identityOf({ portal: name, dialect, claims, remaining, mayList, now: Date.now() }),
      );
      await writeTo(
        context.stdout,
        `${format === 'json' ? terminalJson(identity) : sentencesOf(identity).join('\n')}\n`,
      );
      return 0;
    },
  );
};

/** A guest's key is refused here, although it is a working key. */
async function mayListClients(docspace: Portal['docspace'], isGuest: () => boolean): Promise<boolean> {
  try {
    await docspace.getClients({ limit: 1 });
    return true;
  } catch (error) {
    if (isDocSpaceError(error) && error.code === 'forbidden' && isGuest()) return false;
    throw error;
  }
}

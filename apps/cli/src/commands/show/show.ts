import { isDocSpaceError } from '@docspace-oauth/api';
import { terminalJson } from '@docspace-oauth/terminal/json';
import { clean } from '@docspace-oauth/terminal/text';
import { oneLine } from '@docspace-oauth/terminal/value';
import { UsageError } from '@docspace-oauth/terminal/usage-error';

import { callFailureText } from '../../call-failure-text.ts';
import type { Run } from '../../command.ts';
import { widthOf, writeTo } from '../../output.ts';
import { chosenFormat, parseCommand } from '../../parse-command.ts';
import { withPortal } from '../../portal/portal.ts';
import { recordBodies } from '../../portal/recorder.ts';
import { openSession } from '../../portal/session.ts';
import { audiences } from './audience.ts';
import { comparisonLines } from './comparison.ts';
import { description } from './description.ts';
import { readThreeTimes, type ThreeReads } from './reads.ts';

export const run: Run = async (args, context) => {
  const { values, positionals: ids } = parseCommand(description, args);
  const format = chosenFormat(values);
  const showSecrets = values['show-secrets'] ?? false;
  if (showSecrets && (ids.length > 1 || format !== 'table')) {
    throw new UsageError(
      '--show-secrets works for one client, shown as a table.',
      'So that no secret gets into a list or a file by accident.',
    );
  }
  const session = openSession(values, format === 'table', context);
  const look = { paint: session.paint, available: widthOf(context.stdout) };
  const recorder = recordBodies('getPublicClientInfo');
  const { validate } = recorder;

  return withPortal(
    values,
    { ...session, validate, isInteractive: format === 'table' },
    context,
    async (portal) => {
      const all: ThreeReads[] = [];
      let exitCode = 0;
      for (const id of ids) {
        try {
          const reads = await readThreeTimes(portal, id, showSecrets, recorder);
          all.push(reads);
          if (format !== 'table') continue;
          const title = ids.length === 1 ? [] : [`${all.length === 1 ? '' : '\n'}${titleOf(reads)}`, ''];
          await writeTo(context.stdout, `${[...title, ...comparisonLines(reads, look)].join('\n')}\n`);
        } catch (error) {
          // One unknown id does not keep the others from being shown.
          if (ids.length === 1 || !isDocSpaceError(error) || error.code !== 'not_found') throw error;
          context.stderr.write(`${clean(portal.hide({ id }).id)}: ${callFailureText(error)}`);
          exitCode = 1;
        }
      }
      if (format === 'json') await writeTo(context.stdout, `${terminalJson(all.map(asJson))}\n`);
      return exitCode;
    },
  );
};

function titleOf({ id, records }: ThreeReads): string {
  return `${oneLine(records.getClient?.['name'])}  ${clean(id)}`;
}

function asJson(reads: ThreeReads): object {
  const { getClient, getClientInfo, getPublicClientInfo } = reads.records;
  return {
    client_id: reads.id,
    getClient,
    getClientInfo: getClientInfo ?? null,
    getPublicClientInfo: getPublicClientInfo ?? null,
    seen_by: Object.fromEntries(audiences(reads)),
  };
}

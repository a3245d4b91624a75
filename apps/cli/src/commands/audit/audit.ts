import path from 'node:path';

import { exitCode } from '@docspace-oauth/findings/exit-code';
import { formatReport } from '@docspace-oauth/findings/formats';
import { applyKnown } from '@docspace-oauth/findings/known';

import type { Run } from '../../command.ts';
import { widthOf, writeTo } from '../../output.ts';
import { chosenFormat, parseCommand } from '../../parse-command.ts';
import { withPortal } from '../../portal/portal.ts';
import { openSession } from '../../portal/session.ts';
import { description } from './description.ts';
import { examine } from './examine.ts';
import { withOutcomes } from './outcomes.ts';

/** Loaded only where there is a list, because it brings YAML along. */
async function readList(file: string, folder: string): Promise<Parameters<typeof applyKnown>[1]> {
  const { readKnown } = await import('@docspace-oauth/findings/known-file');
  return readKnown(path.resolve(folder, file), folder);
}

export const run: Run = async (args, context) => {
  const { values } = parseCommand(description, args);
  const format = chosenFormat(values);
  const failOn = values['fail-on'] ?? 'error';
  const { folder, now, stdout } = context;
  // Read first: a mistake in it must not cost a whole run.
  const known = values.known === undefined ? undefined : await readList(values.known, folder);
  const session = openSession(values, format === 'table', context);
  return withPortal(values, { ...session, isInteractive: false }, context, async (portal) => {
    const { report: found, secrets } = await examine(portal, now, session.counted);
    session.progress.clear();
    const isComplete = !session.isIncomplete();
    const judged = known === undefined ? found : applyKnown(found, known, { now, complete: isComplete });
    const report = withOutcomes(
      isComplete ? judged : { ...judged, remarks: [...judged.remarks, 'The list may be incomplete.'] },
      failOn,
    );
    const width = widthOf(stdout);
    const text = await formatReport(format, report, {
      failOn,
      secrets: [...portal.secrets, ...secrets],
      ...(width !== undefined && { terminal: { width, paint: session.paint } }),
    });
    await writeTo(stdout, text);
    return exitCode(report, { failOn, finished: isComplete });
  });
};

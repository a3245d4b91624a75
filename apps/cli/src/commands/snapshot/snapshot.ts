import { existsSync } from 'node:fs';
import path from 'node:path';

import { UsageError } from '@docspace-oauth/terminal/usage-error';

import type { CommandContext, Run } from '../../command.ts';
import { readInput } from '../../input.ts';
import { parseCommand } from '../../parse-command.ts';
import { openSession } from '../../portal/session.ts';
import { parseSnapshot, type Snapshot } from '../../snapshot/snapshot-file.ts';
import { takeSnapshot } from '../../snapshot/take-snapshot.ts';
import { writeWhole } from '../../snapshot/write-file.ts';
import { description } from './description.ts';

export const run: Run = async (args, context) => {
  const { values, positionals } = parseCommand(description, args);
  const file = path.resolve(context.folder, positionals[0] ?? '');
  const before = values.force ? undefined : await existing(file, context);
  const session = openSession(values, false, context);
  const snapshot = await takeSnapshot(values, session, context);
  if (before !== undefined && before.portal !== snapshot.portal) {
    throw new UsageError('That file is a snapshot of another portal.', 'Name another file, or give --force.');
  }
  await writeWhole(file, `${JSON.stringify(snapshot, undefined, 2)}\n`);
  const count = snapshot.clients.length;
  session.notes.write(`${count} ${count === 1 ? 'client' : 'clients'} written.\n`);
  return 0;
};

/** The snapshot that will be overwritten. Anything else at that place is somebody's file, and is kept. */
async function existing(file: string, context: CommandContext): Promise<Snapshot | undefined> {
  if (!existsSync(file)) return undefined;
  try {
    return parseSnapshot(await readInput(file, 'That file', context), 'That file');
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(error.message, 'Name another file, or give --force to overwrite it.');
  }
}

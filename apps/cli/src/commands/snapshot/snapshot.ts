import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { UsageError } from '@docspace-oauth/terminal/usage-error';

import type { Run } from '../../command.ts';
import { parseCommand } from '../../parse-command.ts';
import { openSession } from '../../portal/session.ts';
import { parseSnapshot, type Snapshot } from '../../snapshot/snapshot-file.ts';
import { takeSnapshot } from '../../snapshot/take-snapshot.ts';
import { writeWhole } from '../../snapshot/write-file.ts';
import { description } from './description.ts';

export const run: Run = async (args, context) => {
  const { values, positionals } = parseCommand(description, args);
  const file = path.resolve(context.folder, positionals[0] ?? '');
  const before = values.force ? undefined : await existing(file);
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
async function existing(file: string): Promise<Snapshot | undefined> {
  try {
    return parseSnapshot(await readFile(file, 'utf8'), 'That file');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new UsageError(
      error instanceof UsageError ? error.message : 'That file cannot be read.',
      'Name another file, or give --force to overwrite it.',
    );
  }
}

import type { CommandContext, Run } from '../../command.ts';
import { readInput } from '../../input.ts';
import { widthOf, writeTo } from '../../output.ts';
import { chosenFormat, parseCommand } from '../../parse-command.ts';
import { openSession } from '../../portal/session.ts';
import { changesBetween } from '../../snapshot/changes.ts';
import { checkComparable } from '../../snapshot/comparable.ts';
import { parseSnapshot, type Snapshot } from '../../snapshot/snapshot-file.ts';
import { takeSnapshot } from '../../snapshot/take-snapshot.ts';
import { description } from './description.ts';
import { formats } from './formats.ts';

export const run: Run = async (args, context) => {
  const { values, positionals } = parseCommand(description, args);
  const [oldFile = '', newFile] = positionals;
  const format = chosenFormat(values);
  const session = openSession(values, format === 'table', context);
  const before = await readSnapshot(oldFile, 'The old file', context);
  const after =
    newFile === undefined
      ? await takeSnapshot(values, session, context)
      : await readSnapshot(newFile, 'The new file', context);
  checkComparable(before, after);
  const changes = changesBetween(before, after);
  const look = { paint: session.paint, available: widthOf(context.stdout) };
  await writeTo(context.stdout, formats[format](changes, look));
  return changes.length === 0 ? 0 : 1;
};

async function readSnapshot(file: string, what: string, context: CommandContext): Promise<Snapshot> {
  return parseSnapshot(await readInput(file, what, context), what);
}

import { UsageError } from '@docspace-oauth/terminal/usage-error';

import type { CommandContext } from '../../command.ts';
import { readInput } from '../../input.ts';

/**
 * The ids of a file: one a line, with blank lines and lines that begin with # between them. The first line may be the heading
 * of a CSV of one column, as `list --format csv --columns client_id` writes it.
 */
export async function readIds(file: string, context: CommandContext): Promise<string[]> {
  const text = await readInput(file, 'The file of --ids', context);
  const lines = text
    .split(/\r\n|\n|\r/u)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const ids = lines[0] === 'client_id' ? lines.slice(1) : lines;
  if (ids.length > 0) return ids;
  throw new UsageError('The file of --ids has no id.', 'Write one id a line.');
}

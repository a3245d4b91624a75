import type { Paint } from '@docspace-oauth/terminal/color';
import { markdownRow } from '../../markdown-row.ts';
import { terminalJson } from '@docspace-oauth/terminal/json';
import { layOut } from '@docspace-oauth/terminal/table-layout';
import { clean } from '@docspace-oauth/terminal/text';

import type { Change } from '../../snapshot/changes.ts';

interface Look {
  readonly paint: Paint;
  /** The width of the terminal, if it is one. */
  readonly available: number | undefined;
}

/** How each format writes the changes. */
export const formats = {
  table: (changes: readonly Change[], { paint, available }: Look): string => {
    if (changes.length === 0) return 'Nothing has changed.\n';
    const rows = changes.map(({ client_id, name, change, detail = '' }) =>
      [client_id, name, change, detail].map(clean),
    );
    const { header, line, leftOut } = layOut(
      [
        { heading: 'client_id' },
        { heading: 'name', min: 8 },
        { heading: 'change' },
        { heading: 'detail', min: 16, max: 120 },
      ],
      rows,
      { available },
    );
    const lines = rows.map((cells, index) => colored(changes[index]?.change ?? '', line(cells), paint));
    const count = `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`;
    const note =
      leftOut.length === 0 ? [] : [`Left out, because the terminal is too narrow: ${leftOut.join(', ')}`];
    return `${[...header, ...lines, '', count, ...note].join('\n')}\n`;
  },
  json: (changes: readonly Change[]): string =>
    `${terminalJson({
      schemaVersion: 1,
      changed: changes.length > 0,
      changes: changes.map(({ detail = null, ...change }) => ({ ...change, detail })),
    })}\n`,
  markdown: (changes: readonly Change[]): string => {
    if (changes.length === 0) return 'Nothing has changed.\n';
    const rows = changes.map(({ client_id, name, change, detail = '' }) =>
      markdownRow([client_id, name, change, detail]),
    );
    return `${['| client_id | name | change | detail |', '| --- | --- | --- | --- |', ...rows].join('\n')}\n`;
  },
} as const satisfies Record<string, (changes: readonly Change[], look: Look) => string>;

/** What widens the reach of a client stands out. */
function colored(change: string, line: string, paint: Paint): string {
  if (/added|widened|secret|enabled|offered to/u.test(change) && !change.startsWith('no longer'))
    return paint('yellow', line);
  return change === 'removed' ? paint('red', line) : line;
}

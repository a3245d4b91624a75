import { layOut, type TableLayout } from '@docspace-oauth/terminal/table-layout';
import { clean } from '@docspace-oauth/terminal/text';

import { shownText, tableColumn } from '../../columns/column-kinds.ts';
import { columns, type Column, type ListedClient } from '../../columns/columns.ts';
import { widthOf, writeTo } from '../../output.ts';
import type { ListWriter, WriterOptions } from './writer.ts';

/** The widths are decided by so many clients; those after them are written at once. */
const SAMPLE = 50;

const usual: readonly Column[] = columns.filter((column) => 'isUsual' in column);

export function createTableWriter(options: WriterOptions): ListWriter {
  const { stdout, progress, paint, chosen, isPartial } = options;
  let sample: ListedClient[] = [];
  let shown: readonly Column[] = [];
  let layout: TableLayout | undefined;
  let count = 0;

  const cellsOf = (client: ListedClient): string[] => shown.map((column) => shownText(column, client));
  const rowOf = (client: ListedClient, { line }: TableLayout): string => {
    const text = line(cellsOf(client));
    return `${client['enabled'] === false ? paint('dim', text) : text}\n`;
  };
  const start = async (more: boolean): Promise<TableLayout> => {
    // By themselves columns appear only if the server sends them.
    shown = chosen ?? usual.filter(({ name }) => sample.some((client) => client[name] !== undefined));
    const made = layOut(shown.map(tableColumn), sample.map(cellsOf), {
      available: widthOf(stdout),
      more,
    });
    const [headings = '', rule = ''] = made.header;
    const rows = sample.map((client) => rowOf(client, made)).join('');
    sample = [];
    await writeTo(stdout, `${paint('bold', headings)}\n${rule}\n${rows}`);
    return made;
  };

  return {
    async add(client) {
      progress.clear();
      count += 1;
      if (layout !== undefined) return writeTo(stdout, rowOf(client, layout));
      sample.push(client);
      if (sample.length === SAMPLE) layout = await start(true);
    },
    async end(missing) {
      if (layout === undefined && sample.length > 0) layout = await start(false);
      const clients = `${count} ${count === 1 ? 'client' : 'clients'}`;
      const lines = [
        ...(layout === undefined ? [] : ['']),
        `${clients}${missing === undefined ? '' : ' found'}${isPartial ? (count === 1 ? ' that matches' : ' that match') : ''}`,
        ...(missing === undefined ? [] : [`${missing.length} missing${missing.length === 0 ? '' : ':'}`]),
        ...(missing ?? []).map((id) => `  ${clean(id)}`),
        ...leftOut(layout),
      ];
      await writeTo(stdout, `${lines.join('\n')}\n`);
    },
  };
}

function leftOut(layout: TableLayout | undefined): string[] {
  if (layout === undefined || layout.leftOut.length === 0) return [];
  return [`Left out, because the terminal is too narrow: ${layout.leftOut.join(', ')}`];
}

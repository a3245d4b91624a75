import { markdownRow } from '../../markdown-row.ts';

import { shownText } from '../../columns/column-kinds.ts';
import { columns, type Column } from '../../columns/columns.ts';
import { writeTo } from '../../output.ts';
import { tellMissing } from './missing.ts';
import type { ListWriter, WriterOptions } from './writer.ts';

const usual: readonly Column[] = columns.filter((column) => 'isUsual' in column);

export function createMarkdownWriter(options: WriterOptions): ListWriter {
  const { stdout, progress, chosen = usual } = options;
  let isStarted = false;
  const start = async (): Promise<void> => {
    if (isStarted) return;
    isStarted = true;
    const header = markdownRow(chosen.map(({ name }) => name));
    await writeTo(stdout, `${header}\n|${' --- |'.repeat(chosen.length)}\n`);
  };
  return {
    async add(client) {
      progress.clear();
      await start();
      await writeTo(stdout, `${markdownRow(chosen.map((column) => shownText(column, client)))}\n`);
    },
    async end(missing) {
      await start();
      tellMissing(missing, options);
    },
  };
}

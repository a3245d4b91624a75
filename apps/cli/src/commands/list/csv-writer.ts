import { csvLine } from '@docspace-oauth/terminal/csv';

import { plainText } from '../../columns/column-kinds.ts';
import { columns, type Column } from '../../columns/columns.ts';
import { writeTo } from '../../output.ts';
import { tellMissing } from './missing.ts';
import type { ListWriter, WriterOptions } from './writer.ts';

/** A logo says nothing in a spreadsheet. */
const usual: readonly Column[] = columns.filter(({ kind }) => kind !== 'logo');

export function createCsvWriter(options: WriterOptions): ListWriter {
  const { stdout, progress, chosen = usual } = options;
  let isStarted = false;
  const start = async (): Promise<void> => {
    if (!isStarted) await writeTo(stdout, csvLine(chosen.map(({ name }) => name)));
    isStarted = true;
  };
  return {
    async add(client) {
      progress.clear();
      await start();
      await writeTo(stdout, csvLine(chosen.map((column) => plainText(column, client))));
    },
    async end(missing) {
      await start();
      tellMissing(missing, options);
    },
  };
}

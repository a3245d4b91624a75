import { terminalJsonLine } from '@docspace-oauth/terminal/json';

import { writeTo } from '../../output.ts';
import { fieldsOf } from './fields.ts';
import { tellMissing } from './missing.ts';
import type { ListWriter, WriterOptions } from './writer.ts';

export function createJsonlWriter(options: WriterOptions): ListWriter {
  const { stdout, progress, chosen } = options;
  return {
    async add(client) {
      progress.clear();
      await writeTo(stdout, `${terminalJsonLine(fieldsOf(client, chosen))}\n`);
    },
    async end(missing) {
      tellMissing(missing, options);
    },
  };
}

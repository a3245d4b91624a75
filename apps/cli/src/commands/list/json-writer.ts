import { terminalJson } from '@docspace-oauth/terminal/json';

import { writeTo } from '../../output.ts';
import { fieldsOf } from './fields.ts';
import type { ListWriter, WriterOptions } from './writer.ts';

/**
 * One JSON text: an array of clients, or an object with found and missing if ids were asked for. It begins with the first
 * client, so that a call that fails at once leaves no half of it behind.
 */
export function createJsonWriter({ stdout, progress, chosen, hasIds }: WriterOptions): ListWriter {
  const indent = hasIds ? '    ' : '  ';
  let count = 0;
  const open = hasIds ? '{\n  "found": [' : '[';
  return {
    async add(client) {
      progress.clear();
      const json = terminalJson(fieldsOf(client, chosen)).replaceAll('\n', `\n${indent}`);
      await writeTo(stdout, `${count === 0 ? open : ','}\n${indent}${json}`);
      count += 1;
    },
    async end(missing) {
      const close = count === 0 ? `${open}]` : `\n${indent.slice(2)}]`;
      const rest = hasIds ? `,\n  "missing": ${terminalJson(missing).replaceAll('\n', '\n  ')}\n}` : '';
      await writeTo(stdout, `${close}${rest}\n`);
    },
  };
}

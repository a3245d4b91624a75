import { clean } from '@docspace-oauth/terminal/text';

import type { WriterOptions } from './writer.ts';

/** Names the missing ids on stderr, where a format has rows of clients only. */
export function tellMissing(missing: readonly string[] | undefined, { stderr }: WriterOptions): void {
  for (const id of missing ?? []) stderr.write(`Missing: ${clean(id)}\n`);
}

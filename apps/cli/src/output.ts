import { once } from 'node:events';
import type { Writable } from 'node:stream';

import type { Output } from './command.ts';

/** Writes and waits until the reader keeps up, so that a long list is never held in memory. */
export async function writeTo(output: Output, text: string): Promise<void> {
  // Only a stream says false: others have no buffer that could be full.
  if (output.write(text) === false) await once(output as Writable, 'drain');
}

/** The width of a terminal; undefined if this is none, or one that does not know its width. */
export function widthOf({ isTTY, columns }: Output): number | undefined {
  return isTTY && columns ? columns : undefined;
}

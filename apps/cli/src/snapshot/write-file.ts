import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm } from 'node:fs/promises';
import path from 'node:path';

import { UsageError } from '@docspace-oauth/terminal/usage-error';

/** Writes a file whole or not at all: beside its place first, and then moved there. */
export async function writeWhole(file: string, text: string): Promise<void> {
  // What a link points to is replaced, and not the link.
  const target = await realpath(file).catch(() => file);
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${randomUUID()}.tmp`);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new UsageError(`The snapshot cannot be written (${code}).`, 'Name a file in a folder that exists.');
  }
}

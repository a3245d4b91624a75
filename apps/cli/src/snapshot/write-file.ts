import { replaceFile } from '@docspace-oauth/findings/replace-file';
import { UsageError } from '@docspace-oauth/terminal/usage-error';

/** Writes a file whole or not at all: a reader sees the old or the new text, and a failure leaves the old one. */
export async function writeWhole(file: string, text: string): Promise<void> {
  try {
    await replaceFile(file, text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new UsageError(`The snapshot cannot be written (${code}).`, 'Name a file in a folder that exists.');
  }
}

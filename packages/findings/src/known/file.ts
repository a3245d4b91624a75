import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { UsageError } from '@docspace-oauth/terminal/usage-error';

import type { KnownDeviations } from './deviation.ts';
import { parseKnown } from './parse.ts';

/** Parsing takes seconds a megabyte. */
const MAX_BYTES = 1024 * 1024;

/** Reads a list of known deviations. Reports name the file relative to a folder. */
export async function readKnown(file: string, folder: string): Promise<KnownDeviations> {
  const bytes = await readFile(file).catch((error: unknown) => {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new UsageError(
      `--known: ${file} ${missing ? 'does not exist' : 'cannot be read'}.`,
      'Name a YAML file with the list of known deviations.',
    );
  });
  if (bytes.length > MAX_BYTES) throw new UsageError(`--known: ${file} is larger than ${MAX_BYTES} bytes.`);
  const name = path.relative(folder, path.resolve(file)).replaceAll(path.sep, '/');
  return { file: name, deviations: parseKnown(bytes.toString('utf8'), file) };
}

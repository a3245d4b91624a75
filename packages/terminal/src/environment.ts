import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';

import { UsageError } from './usage-error.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment, and beneath it the `.env` file of a folder if there is one. */
export function loadEnvironment(folder: string, environment: Environment): Environment {
  try {
    // Some Windows editors begin a file with a byte order mark.
    const text = readFileSync(path.join(folder, '.env'), 'utf8').replace(/^\uFEFF/u, '');
    return { ...parseEnv(text), ...environment };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return environment;
    throw new UsageError(
      '.env of this folder cannot be read.',
      'Make it a readable text file, or remove it.',
    );
  }
}

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import type { Dialect } from '@docspace-oauth/openapi';

import { GuideError } from './guide-error.ts';

const folder = new URL('./programs/', import.meta.url);

/** Where a program of the page is. */
export function programPath(file: string): string {
  return fileURLToPath(new URL(file, folder));
}

/** The text of a program. */
export async function readProgram(file: string): Promise<string> {
  try {
    return await readFile(new URL(file, folder), 'utf8');
  } catch (cause) {
    throw new GuideError(`The page shows ${file}, which is not in guide/programs.`, { cause });
  }
}

/** The dialect that a program is written for, which its name begins with. */
export function dialectOf(file: string): Dialect {
  return file.startsWith('guide') ? 'guide' : 'portal';
}

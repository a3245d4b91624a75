import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package: the hand-written contract and its configuration. */
export const sourceFolder: string = fileURLToPath(
  new URL('.', import.meta.resolve('@docspace-oauth/openapi/package.json')),
);

/** Where the bundles are that were built with this package. */
export const distFolder: string = join(sourceFolder, 'dist');

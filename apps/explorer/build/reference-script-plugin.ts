import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import type { Plugin } from 'vite';

/**
 * Puts Scalar's own build beside the reference page, as one file that loads nothing else. Bundling its sources anew would
 * take the build several times as long and give the same page.
 */
export function referenceScript(): Plugin {
  return {
    name: 'reference-script',
    apply: 'build',
    async generateBundle() {
      const file = new URL('browser/standalone.js', import.meta.resolve('@scalar/api-reference'));
      const source = await readFile(fileURLToPath(file), 'utf8');
      this.emitFile({ type: 'asset', fileName: 'reference/scalar.js', source });
    },
  };
}

/** One file for each entry: importing thirty small ones costs ten times as much as running them. */
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const bundle = await rolldown({
  // http is no entry: index loads it on demand.
  input: { index: at('../src/index.ts'), validate: at('../src/validate.ts'), react: at('../src/react.ts') },
  platform: 'neutral',
  // Everything that a user installs, or that stands beside.
  external: [/^[^./]/],
});
await bundle.write({ dir: at('../dist'), format: 'esm', sourcemap: true, chunkFileNames: '[name].js' });

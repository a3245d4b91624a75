/** One file for each entry: importing thirty small ones costs ten times as much as running them. */
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const entries = ['index', 'http', 'transport', 'validate', 'react'];
const bundle = await rolldown({
  input: Object.fromEntries(entries.map((name) => [name, at(`../src/${name}.ts`)])),
  platform: 'neutral',
  // Everything that a user installs, or that stands beside.
  external: [/^[^./]/],
});
await bundle.write({ dir: at('../dist'), format: 'esm', sourcemap: true, chunkFileNames: '[name].js' });

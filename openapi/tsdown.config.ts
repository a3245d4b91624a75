import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: { index: 'src/index.ts', node: 'src/node.ts' },
  format: 'esm',
  platform: 'neutral',
  tsconfig: 'tsconfig.build.json',
  dts: true,
  // Nothing is bundled in: other packages, and the checks, which lie beside.
  deps: { neverBundle: [/^[^./]/] },
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
  // The bundles and the checks lie in the same folder.
  clean: false,
});

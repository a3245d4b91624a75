import { defineConfig, type UserConfig } from 'tsdown';

const shared: UserConfig = {
  format: 'esm',
  platform: 'neutral',
  tsconfig: 'tsconfig.build.json',
  // Nothing is bundled in: other packages, and the checks, which lie beside.
  deps: { neverBundle: [/^[^./]/] },
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
  // The bundles and the checks lie in the same folder.
  clean: false,
};

export default defineConfig([
  { ...shared, entry: { index: 'src/index.ts', node: 'src/node.ts' }, dts: true },
  // What redocly loads when a contract is bundled where TypeScript does not run.
  { ...shared, entry: { 'lint-plugin': 'lint/plugin.ts' }, dts: false },
]);

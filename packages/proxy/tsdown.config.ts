import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: { index: 'src/index.ts', cli: 'src/cli.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  tsconfig: 'tsconfig.build.json',
  dts: true,
  // The private packages, which cannot be installed from elsewhere, become part of the files.
  deps: { alwaysBundle: ['@docspace-oauth/local-server'], onlyBundle: [] },
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
});

import { defineConfig, type UserConfig } from 'tsdown';

const config: UserConfig = defineConfig({
  entry: { index: 'src/index.ts', main: 'src/main.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  tsconfig: 'tsconfig.build.json',
  dts: true,
  // The private packages become part of the files, because they cannot be installed from elsewhere; the contract's JSON does
  // as well, because Node 20 warns about importing it.
  deps: {
    alwaysBundle: [/^@docspace-oauth\/openapi\/.*\.json$/u],
    onlyBundle: [],
    onlyImport: ['@docspace-oauth/api', '@docspace-oauth/openapi'],
  },
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
});

export default config;

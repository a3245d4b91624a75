import { defineConfig, type UserConfig } from 'tsdown';

// The private packages are bundled in. What `--watch` needs of the contract's package is there only in this repository.
const bundled = /^(?:#checks\/|@docspace-oauth\/(?:local-server|openapi|openapi\/.*\.json)$)/;
const external = /^(?!#checks\/|@docspace-oauth\/(?:local-server|openapi|openapi\/.*\.json)$)[^./]/;

const config: UserConfig = defineConfig({
  entry: { index: 'src/index.ts', handlers: 'src/msw/handlers.ts', cli: 'src/cli/main.ts' },
  format: 'esm',
  platform: 'neutral',
  target: 'node20',
  tsconfig: 'tsconfig.build.json',
  dts: true,
  deps: { alwaysBundle: [bundled], neverBundle: [external] },
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
});

export default config;

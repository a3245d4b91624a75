import { defineConfig, type UserConfig } from 'tsdown';

const config: UserConfig = defineConfig({
  entry: { index: 'src/index.ts', handlers: 'src/msw/handlers.ts', cli: 'src/cli/main.ts' },
  format: 'esm',
  platform: 'neutral',
  target: 'node20',
  tsconfig: 'tsconfig.build.json',
  dts: true,
  deps: {
    // The contract is bundled in: importing JSON warns on Node 20, and not every bundler does it the same way.
    alwaysBundle: [/^@docspace-oauth\/(?:local-server$|openapi\/.*\.json$)/],
    neverBundle: [/^(?!@docspace-oauth\/(?:local-server$|openapi\/.*\.json$))[^./]/],
  },
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
});

export default config;

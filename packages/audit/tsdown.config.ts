import { defineConfig, type UserConfig } from 'tsdown';

const config: UserConfig = defineConfig({
  entry: { index: 'src/index.ts', consent: 'src/consent.ts' },
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  tsconfig: 'tsconfig.build.json',
  dts: true,
  // The types of a finding come from a private package, so they become part of the published types.
  deps: {
    alwaysBundle: ['@docspace-oauth/findings/report'],
    onlyBundle: [],
    onlyImport: ['@docspace-oauth/api', 'ipaddr.js', 'tldts', 'unhomoglyph'],
  },
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
});

export default config;

import type { UserConfig } from 'tsdown';
import { defineConfig } from 'tsdown';

const config: UserConfig = defineConfig({
  entry: {
    index: 'src/index.ts',
    http: 'src/http.ts',
    node: 'src/node.ts',
    transport: 'src/transport.ts',
    validate: 'src/validate.ts',
    react: 'src/react.ts',
    'query-key': 'src/query-key.ts',
  },
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  tsconfig: 'tsconfig.build.json',
  // With maps, so that an editor goes to the sources, which are published too.
  dts: { sourcemap: true },
  sourcemap: true,
  // "use client" is kept in react.js, which a test checks.
  inputOptions: { checks: { moduleLevelDirective: false } },
  // Packages of this workspace that are not published become part of this one.
  deps: { alwaysBundle: [/^@docspace-oauth\//], neverBundle: [/^node:/], onlyBundle: [] },
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
});

export default config;

import { defineConfig, type UserConfig } from 'tsdown';

const config: UserConfig = defineConfig({
  entry: {
    index: 'src/index.ts',
    'docspace-contract': 'src/docspace-contract.ts',
    'mock-prism': 'src/mock-prism.ts',
  },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  tsconfig: 'tsconfig.build.json',
  // File by file, so that the types of the private packages are part of it too.
  dts: { generator: 'oxc' },
  // The private packages become part of the files, because they cannot be installed from elsewhere, and with them what they use.
  deps: {
    onlyBundle: ['string-width', 'strip-ansi', 'ansi-regex', 'get-east-asian-width', 'markdown-table'],
  },
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
});

export default config;

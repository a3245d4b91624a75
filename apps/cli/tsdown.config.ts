import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: 'src/main.ts',
  platform: 'node',
  target: 'node20',
  fixedExtension: false,
  dts: false,
  // The private packages are bundled in with what they use; anything else in the bundle is a mistake.
  deps: { onlyBundle: ['string-width', 'strip-ansi', 'ansi-regex', 'get-east-asian-width'] },
});

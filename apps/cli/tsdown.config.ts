import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: 'src/main.ts',
  platform: 'node',
  target: 'node20',
  fixedExtension: false,
  dts: false,
  // The private packages are bundled in with what they use; anything else in the bundle is a mistake.
  deps: {
    onlyBundle: ['string-width', 'strip-ansi', 'ansi-regex', 'get-east-asian-width', 'markdown-table'],
  },
  // What help needs is one file, because each file that is loaded costs time at the start.
  outputOptions: {
    codeSplitting: {
      groups: [
        {
          name: 'help',
          test: /[\\/](?:descriptions?|filter-help|columns|common-options|help|usage-error|failure|text|version|package|portal-settings|dialects)\.(?:ts|json)$/u,
        },
      ],
    },
  },
});

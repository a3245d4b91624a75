import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vite';

import { contractFacts } from './build/contract-facts-plugin.ts';
import { referenceScript } from './build/reference-script-plugin.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
// The libraries of React that come from other packages find no Preact of their own.
const preact = (name: string): string => fileURLToPath(import.meta.resolve(name));

export default defineConfig({
  // Where the mock and the proxy show pages.
  base: '/explorer/',
  plugins: [contractFacts(), referenceScript()],
  resolve: {
    // Preact is React's interface in a tenth of its size. Every browser test runs on it.
    alias: [
      { find: /^react\/jsx-runtime$/u, replacement: preact('preact/jsx-runtime') },
      { find: /^react-dom\/client$/u, replacement: preact('preact/compat/client') },
      { find: /^react(?:-dom)?$/u, replacement: preact('preact/compat') },
    ],
  },
  build: {
    target: 'es2023',
    // A data URL for a small file would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Directives for servers that render React, of which there is none here.
      checks: { moduleLevelDirective: false },
      // Otherwise the list of public suffixes is copied to each place that uses it.
      optimization: { inlineConst: false },
      input: { index: here('index.html'), reference: here('reference/index.html') },
    },
  },
});

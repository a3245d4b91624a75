import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  // Some tests install the package or compile a program; a busy machine does that slowly.
  test: {
    include: ['{src,test}/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The tests of the rules change nothing that another could notice, and starting a worker for each takes longer than they do.
    isolate: false,
  },
});

export default config;

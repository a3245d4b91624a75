import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,test}/**/*.test.ts'],
    // Two Prism processes start side by side on small machines.
    hookTimeout: 90_000,
    testTimeout: 60_000,
  },
});

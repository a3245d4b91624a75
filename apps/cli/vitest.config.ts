import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // No file leaves anything behind, so they share two processes: one of them may wait for time limits.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // No file leaves anything behind, so they share two processes: one of them may wait for time limits.
    isolate: false,
    maxWorkers: 2,
    // A busy machine may need long for a test that starts several processes.
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});

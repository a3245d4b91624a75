import { defineConfig } from 'vitest/config';

// Nearly every test waits for processes, several of which can start at once; a busy machine starts them slowly.
export default defineConfig({
  test: { sequence: { concurrent: true }, maxConcurrency: 3, testTimeout: 60_000, hookTimeout: 60_000 },
});

import { defineConfig } from 'vitest/config';

// Nearly every test waits for a process to start, so that several files can wait at once, even on few cores.
export default defineConfig({
  test: {
    isolate: false,
    maxWorkers: 3,
    // A busy machine may need long for a test that starts several processes.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    globalSetup: 'test/guide/python-setup.ts',
  },
});

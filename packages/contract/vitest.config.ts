import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,test}/**/*.test.ts'],
    // Prism takes half a second to load, and no file leaves anything behind: they share two processes.
    isolate: false,
    maxWorkers: 2,
    // A compiler and a command are started as processes, which takes long on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

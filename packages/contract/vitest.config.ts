import { defineConfig } from 'vitest/config';
import { faultTag, score } from './test/faults/score.ts';

export default defineConfig({
  test: {
    include: ['{src,test}/**/*.test.ts'],
    // Prism takes half a second to load, and no file leaves anything behind: they share two processes.
    isolate: false,
    maxWorkers: 2,
    // A compiler and a command are started as processes, which takes long on a busy machine.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    tags: [{ name: faultTag, description: 'A fault that was planted, to see that it is caught.' }],
    reporters: ['default', ...(process.env['GITHUB_ACTIONS'] ? ['github-actions' as const] : []), score],
  },
});

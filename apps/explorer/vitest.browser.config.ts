import { defineConfig } from 'vitest/config';

/** Needs a Chromium, so it is a task of its own: `pnpm test:browser`. */
export default defineConfig({
  test: {
    include: ['test/*.browser.ts'],
    // A busy machine may need long for a test that starts several processes.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // As long as Playwright itself waits for something to be there.
    expect: { poll: { timeout: 30_000 } },
    // One browser at a time: frames are measured.
    fileParallelism: false,
  },
});

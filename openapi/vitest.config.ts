import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Each test starts a tool as a process, on machines that are busy with others.
  test: { testTimeout: 120_000, hookTimeout: 120_000 },
});

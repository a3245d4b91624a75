import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Each test runs a tool as a process of its own, on machines that are busy with others.
  test: { testTimeout: 120_000, hookTimeout: 120_000 },
});

import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** Needs a Chromium, so it is a task of its own: `pnpm test:browser`. */
const config: ViteUserConfig = defineConfig({
  test: { include: ['test/*.browser.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});

export default config;

import { defineConfig, type ViteUserConfig } from 'vitest/config';

// The tests share nothing, so that one worker can run all files.
const config: ViteUserConfig = defineConfig({ test: { isolate: false, testTimeout: 60_000 } });

export default config;

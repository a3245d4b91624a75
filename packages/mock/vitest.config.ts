import { defineConfig, type ViteUserConfig } from 'vitest/config';

// Nearly every test waits for a process to start; a busy machine starts them slowly.
const config: ViteUserConfig = defineConfig({ test: { testTimeout: 60_000, hookTimeout: 60_000 } });

export default config;

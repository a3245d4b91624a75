import type { ViteUserConfig } from 'vitest/config';
import { defineConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['{src,test}/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
  },
});

export default config;

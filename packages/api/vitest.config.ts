import type { ViteUserConfig } from 'vitest/config';
import { defineConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['{src,test}/**/*.test.ts'],
    typecheck: { enabled: true, checker: 'tsc', include: ['src/**/*.test-d.ts'] },
    // A busy machine starts processes slowly.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

export default config;

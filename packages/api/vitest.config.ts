import type { ViteUserConfig } from 'vitest/config';
import { defineConfig } from 'vitest/config';

/** What depends on no fetch, or is about a certain one: run once. */
const once = [
  'src/node/*.test.ts',
  'src/{error,types,options,validate,react}.test.ts',
  'src/{protocol,transport}/*.test.ts',
];
// A busy machine starts processes slowly.
const timeouts = { testTimeout: 60_000, hookTimeout: 60_000 };

const config: ViteUserConfig = defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'platform fetch',
          include: ['{src,test}/**/*.test.ts'],
          exclude: ['test/node-fetch-run.test.ts'],
          typecheck: { enabled: true, checker: 'tsc', include: ['src/**/*.test-d.ts'] },
          ...timeouts,
        },
      },
      {
        // The behaviour of the client once more, with nodeFetch() in the place of the platform's fetch.
        test: {
          name: 'nodeFetch',
          include: ['src/**/*.test.ts', 'test/node-fetch-run.test.ts'],
          exclude: once,
          setupFiles: ['test/use-node-fetch.ts'],
          ...timeouts,
        },
      },
    ],
  },
});

export default config;

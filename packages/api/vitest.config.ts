import type { ViteUserConfig } from 'vitest/config';
import { defineConfig } from 'vitest/config';

/** What needs no fetch, or is about one of them: run once. */
const once = [
  'test/**/*.test.ts',
  'src/node/*.test.ts',
  'src/{error,types,options,validate,react}.test.ts',
  'src/{protocol,transport}/*.test.ts',
];
const testTimeout = 60_000;

const config: ViteUserConfig = defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'platform fetch',
          include: ['{src,test}/**/*.test.ts'],
          typecheck: { enabled: true, checker: 'tsc', include: ['src/**/*.test-d.ts'] },
          testTimeout,
        },
      },
      {
        // The behaviour of the client once more, with nodeFetch() in the place of the platform's fetch.
        test: {
          name: 'nodeFetch',
          include: ['src/**/*.test.ts'],
          exclude: once,
          setupFiles: ['test/use-node-fetch.ts'],
          testTimeout,
        },
      },
    ],
  },
});

export default config;

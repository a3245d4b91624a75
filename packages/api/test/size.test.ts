import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';

/** What a browser downloads to use an entry, in bytes: bundled and minified by rolldown, which Vite uses, and gzipped. */
async function gzippedSize(entry: string): Promise<number> {
  const bundle = await rolldown({ input: fileURLToPath(import.meta.resolve(entry)), platform: 'browser' });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  expect(output).toHaveLength(1);
  return gzipSync(output[0].code, { level: 9 }).byteLength;
}

/** The size of today and a little more: it may shrink, and grows only by decision. No message is shortened for it. */
const budget = 13_650;

test('the five methods stay within their size budget, without openapi-fetch', async () => {
  const [methods, http, openapiFetch] = await Promise.all(
    ['../dist/index.js', '../dist/http.js', 'openapi-fetch'].map(gzippedSize),
  );
  console.log(`the five methods: ${methods} bytes; createHttp: ${http} bytes`);
  expect(methods).toBeLessThanOrEqual(budget);
  // If these were wrong, nothing would have been measured.
  expect(http).toBeGreaterThan(openapiFetch ?? Infinity);
  expect(methods).toBeGreaterThan(openapiFetch ?? Infinity);
});

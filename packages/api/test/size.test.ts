import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';

/** Everything that a bundle pays for the five methods, openapi-fetch included, in bytes. */
async function gzippedSize(entry: string): Promise<number> {
  const bundle = await rolldown({ input: fileURLToPath(import.meta.resolve(entry)), platform: 'browser' });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  return gzipSync(output[0].code, { level: 9 }).byteLength;
}

/** What it is today and a little air: it may shrink, and grows only by decision. */
const budget = 10_700;

test('the main entry stays within its budget, minified and gzipped', async () => {
  const size = await gzippedSize('../dist/index.js');
  console.log(`main entry: ${size} bytes minified and gzipped`);
  expect(size).toBeLessThanOrEqual(budget);
  // What measures nothing would fit any budget.
  expect(size).toBeGreaterThan(await gzippedSize('openapi-fetch'));
});

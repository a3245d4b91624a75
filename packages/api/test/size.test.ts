import { expect, test } from 'vitest';
import { bundle } from './bundle.ts';

/** The files of a bundle, minified and gzipped, in bytes: the entry, then what it loads on demand. */
async function gzippedSizes(entry: string): Promise<number[]> {
  return (await bundle(new URL(import.meta.resolve(entry)))).map(({ gzipped }) => gzipped);
}

/** What it is today and a little air: it may shrink, and grows only by decision. */
const budget = 7450;

test('the main entry stays within its budget, minified and gzipped', async () => {
  const [main = Infinity, onDemand = 0, ...others] = await gzippedSizes('../dist/index.js');
  console.log(`main entry: ${main} bytes; with the first use of http: ${onDemand} more`);
  expect(main).toBeLessThanOrEqual(budget);
  // openapi-fetch is in the file of `http`, and nowhere else: what measures nothing would fit any budget.
  const [openapiFetch = Infinity] = await gzippedSizes('openapi-fetch');
  expect(onDemand).toBeGreaterThan(openapiFetch);
  expect(main).toBeGreaterThan(openapiFetch);
  expect(others).toEqual([]);
});

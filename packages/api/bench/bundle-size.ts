import type { BundleSize } from './bundle.ts';
import { bundle } from './bundle.ts';
import { generatedFolder, packageEntry } from './paths.ts';

type EntryName = 'docspace-oauth' | 'openapi-fetch' | 'hey-api fetch' | 'hey-api axios';

/** Whole entries: each is the five methods and what configures them. */
const entries: Record<EntryName, URL> = {
  'docspace-oauth': packageEntry,
  'openapi-fetch': new URL(import.meta.resolve('openapi-fetch')),
  'hey-api fetch': new URL('fetch.ts', generatedFolder),
  'hey-api axios': new URL('axios.ts', generatedFolder),
};

/** `http` is loaded on its first use, from a file of its own. */
export type BundleName = EntryName | 'docspace-oauth and http';

export type BundleSizes = Record<BundleName, BundleSize>;

export async function measureBundles(): Promise<BundleSizes> {
  const sizes: [string, BundleSize | undefined][] = [];
  for (const [name, entry] of Object.entries(entries)) {
    const [main, onDemand] = await bundle(entry);
    sizes.push([name, main]);
    if (main && onDemand) {
      const minified = main.minified + onDemand.minified;
      sizes.push([`${name} and http`, { minified, gzipped: main.gzipped + onDemand.gzipped }]);
    }
  }
  return Object.fromEntries(sizes) as BundleSizes;
}

import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { generatedFolder, packageEntry } from './paths.ts';

/** What a browser downloads for the five methods, in bytes. */
export interface BundleSize {
  minified: number;
  gzipped: number;
}

/** Whole entries: each is the five methods and what configures them. */
const entries: Record<'docspace-oauth' | 'openapi-fetch' | 'hey-api fetch' | 'hey-api axios', URL> = {
  'docspace-oauth': packageEntry,
  'openapi-fetch': new URL(import.meta.resolve('openapi-fetch')),
  'hey-api fetch': new URL('fetch.ts', generatedFolder),
  'hey-api axios': new URL('axios.ts', generatedFolder),
};

export type BundleSizes = Record<keyof typeof entries, BundleSize>;

export async function measureBundles(): Promise<BundleSizes> {
  const sizes: [string, BundleSize][] = [];
  for (const [name, entry] of Object.entries(entries)) {
    const bundle = await rolldown({ input: fileURLToPath(entry), platform: 'browser' });
    const { output } = await bundle.generate({ format: 'esm', minify: true });
    const code = Buffer.from(output[0].code);
    sizes.push([name, { minified: code.byteLength, gzipped: gzipSync(code, { level: 9 }).byteLength }]);
  }
  return Object.fromEntries(sizes) as BundleSizes;
}

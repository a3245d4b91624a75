import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { generatedFolder, packageEntry } from './paths.ts';

/** What a browser downloads for the five methods, in bytes. */
export interface BundleSize {
  minified: number;
  gzipped: number;
}

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

/** The entry, then the files that it loads on demand. */
async function bundle(entry: URL): Promise<BundleSize[]> {
  const built = await rolldown({ input: fileURLToPath(entry), platform: 'browser' });
  const { output } = await built.generate({ format: 'esm', minify: true });
  return output.map((file) => {
    const code = Buffer.from(file.type === 'chunk' ? file.code : file.source);
    return { minified: code.byteLength, gzipped: gzipSync(code, { level: 9 }).byteLength };
  });
}

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

import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { generatedFolder } from './contenders.ts';
import { ours, type Row } from './report.ts';

/** Whole entries: the five methods and what configures them. */
const entries: Record<string, URL> = {
  [ours]: new URL(import.meta.resolve('@docspace-oauth/api')),
  'openapi-fetch': new URL(import.meta.resolve('openapi-fetch')),
  'hey-api fetch': new URL('fetch.ts', generatedFolder),
  'hey-api axios': new URL('axios.ts', generatedFolder),
};

/** Minified and gzipped, in kB, without what a page loads on demand. */
async function bundledSize(entry: URL): Promise<number> {
  const bundle = await rolldown({ input: fileURLToPath(entry), platform: 'browser' });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  const sizes = output.map((file) =>
    file.type === 'chunk' && !file.isDynamicEntry ? gzipSync(file.code, { level: 9 }).byteLength : 0,
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

/** rolldown and gzip: size-limit would bring esbuild, a second bundler with an install script, to do the same. */
export async function measureBundle(): Promise<Row> {
  const figures: Row['figures'] = {};
  for (const [name, entry] of Object.entries(entries)) figures[name] = await bundledSize(entry);
  return { what: 'Bundle of the five methods, gzipped', unit: 'kB', figures, goal: { most: 10 } };
}

import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';

/** What a browser downloads, in bytes. */
export interface BundleSize {
  minified: number;
  gzipped: number;
}

/** The entry, then the files that it loads on demand. */
export async function bundle(entry: URL): Promise<BundleSize[]> {
  const built = await rolldown({ input: fileURLToPath(entry), platform: 'browser' });
  const { output } = await built.generate({ format: 'esm', minify: true });
  return output.map((file) => {
    const code = Buffer.from(file.type === 'chunk' ? file.code : file.source);
    return { minified: code.byteLength, gzipped: gzipSync(code, { level: 9 }).byteLength };
  });
}

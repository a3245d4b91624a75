import { fileURLToPath } from 'node:url';
import { rolldown, type OutputOptions } from 'rolldown';

/** What a bundler makes of the built package and all that it needs, as one file for a browser. */
export async function bundle(options: OutputOptions): Promise<string> {
  const input = fileURLToPath(new URL('../dist/index.js', import.meta.url));
  // Otherwise Rolldown writes the text of the suffix list, a constant of 67 kB, at each of the three places that use it.
  const build = await rolldown({ input, platform: 'browser', optimization: { inlineConst: false } });
  const { output } = await build.generate(options);
  if (output.length > 1) throw new Error('The package is more than one file.');
  return output[0].code;
}

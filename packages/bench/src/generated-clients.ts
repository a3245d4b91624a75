import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { rolldown } from 'rolldown';
import { generatedFolder } from './contenders.ts';

/** The contract, which Prism and the generators read. */
export const contractFile: string = fileURLToPath(import.meta.resolve('@docspace-oauth/openapi/guide.json'));

const generator = fileURLToPath(
  new URL('bin/run.js', import.meta.resolve('@hey-api/openapi-ts/package.json')),
);
const inFolder = (path: string): string => fileURLToPath(new URL(path, generatedFolder));

/** One client as TypeScript, and bundled for Node with its dependency left outside. */
async function generate(transport: 'fetch' | 'axios'): Promise<void> {
  const options = {
    input: contractFile,
    output: inFolder(transport),
    client: `@hey-api/client-${transport}`,
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  // The program, not its function: the types of that function do not compile without Angular, Nuxt and Vue.
  await promisify(execFile)(process.execPath, [generator, '--silent', '--no-log-file', ...args]);
  // The generated index exports the five functions, but not the client that configures them.
  const entry = inFolder(`${transport}.ts`);
  const exports = [
    `export * from './${transport}/index';`,
    `export { client } from './${transport}/client.gen';`,
  ];
  await writeFile(entry, `${exports.join('\n')}\n`);
  const bundle = await rolldown({ input: entry, platform: 'node', external: ['axios'] });
  await bundle.write({ file: inFolder(`${transport}.js`), format: 'esm' });
}

/** Generates the clients from the same contract that ours follows. */
export async function generateClients(): Promise<void> {
  await rm(generatedFolder, { recursive: true, force: true });
  await Promise.all([generate('fetch'), generate('axios')]);
}

/** What ours is compared with, with its versions: they are pinned in the manifest of this package. */
export async function comparedPackages(): Promise<string> {
  const manifest = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  return ['@hey-api/openapi-ts', 'axios', '@stoplight/prism-cli', 'typescript7']
    .map((name) => `${name} ${manifest.devDependencies[name]}`)
    .join(', ');
}

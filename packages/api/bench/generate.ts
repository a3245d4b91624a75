import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { rolldown } from 'rolldown';
import { contractFile } from './fixtures.ts';
import { generatedFolder } from './paths.ts';

const generator = new URL('.', import.meta.resolve('@hey-api/openapi-ts/package.json'));

/** The versions of what ours is measured against. */
export type Versions = Record<'openapi-fetch' | '@hey-api/openapi-ts' | 'axios', string>;

async function versionOf(manifest: string): Promise<string> {
  return (JSON.parse(await readFile(fileURLToPath(manifest), 'utf8')) as { version: string }).version;
}

/** One client, as TypeScript and bundled for Node with its dependency left outside. */
async function generate(transport: 'fetch' | 'axios'): Promise<void> {
  const options = {
    input: contractFile,
    output: fileURLToPath(new URL(transport, generatedFolder)),
    client: `@hey-api/client-${transport}`,
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  // Its program starts another one, which hears of the hook by the environment only.
  const env = {
    ...process.env,
    NODE_OPTIONS: `--import ${new URL('typescript-hook.ts', import.meta.url).href}`,
  };
  await promisify(execFile)(
    process.execPath,
    [fileURLToPath(new URL('bin/run.js', generator)), '--silent', '--no-log-file', ...args],
    { env },
  );
  // Its own index has the five functions, but not the client that they are configured by.
  const entry = fileURLToPath(new URL(`${transport}.ts`, generatedFolder));
  await writeFile(
    entry,
    `export * from './${transport}/index';\nexport { client } from './${transport}/client.gen';\n`,
  );
  const bundle = await rolldown({ input: entry, platform: 'node', external: ['axios'] });
  await bundle.write({ file: fileURLToPath(new URL(`${transport}.js`, generatedFolder)), format: 'esm' });
}

/** Generates the clients that ours is measured against out of the same contract. */
export async function generateClients(): Promise<Versions> {
  await rm(generatedFolder, { recursive: true, force: true });
  await mkdir(generatedFolder, { recursive: true });
  await generate('fetch');
  await generate('axios');
  return {
    'openapi-fetch': await versionOf(import.meta.resolve('openapi-fetch/package.json')),
    '@hey-api/openapi-ts': await versionOf(import.meta.resolve('@hey-api/openapi-ts/package.json')),
    axios: await versionOf(import.meta.resolve('axios/package.json')),
  };
}

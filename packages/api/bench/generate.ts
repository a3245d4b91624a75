/** Generates the clients that ours is measured against, and bundles each for Node with its dependencies left outside. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { contractFile } from './fixtures.ts';
import { generatedFolder } from './paths.ts';
import './typescript-hook.ts';

// After the hook, which must be there before the generator asks for TypeScript.
const { createClient } = await import('@hey-api/openapi-ts');

await rm(generatedFolder, { recursive: true, force: true });
await mkdir(generatedFolder, { recursive: true });
for (const transport of ['fetch', 'axios'] as const) {
  const output = fileURLToPath(new URL(transport, generatedFolder));
  await createClient({
    input: contractFile,
    output,
    plugins: [`@hey-api/client-${transport}`, '@hey-api/typescript', '@hey-api/sdk'],
    logs: { level: 'silent' },
  });
  // Its own index has the five functions, but not the client that they are configured by.
  const entry = fileURLToPath(new URL(`${transport}.ts`, generatedFolder));
  await writeFile(
    entry,
    `export * from './${transport}/index';\nexport { client } from './${transport}/client.gen';\n`,
  );
  const bundle = await rolldown({ input: entry, platform: 'node', external: ['axios'] });
  await bundle.write({ file: fileURLToPath(new URL(`${transport}.js`, generatedFolder)), format: 'esm' });
}
process.send?.('generated');

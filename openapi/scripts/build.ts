/** Builds the bundles and the precompiled checks into dist. */
import { join } from 'node:path';
import { buildBundles } from '../src/node/bundles.ts';
import { runScript } from '../src/node/contract-error.ts';
import { distFolder } from '../src/node/folders.ts';
import { readDocument } from '../src/node/read-document.ts';
import { precompile } from './precompile.ts';

await runScript(async () => {
  await buildBundles();
  const documents = { guide: await readDocument('guide'), portal: await readDocument('portal') };
  await precompile(documents, join(distFolder, 'checks'));
});

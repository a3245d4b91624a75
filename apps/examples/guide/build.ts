import { writeFile } from 'node:fs/promises';

import { GuideError } from './guide-error.ts';
import { buildPage, pageUrl } from './page.ts';

try {
  for (const [name, text] of await buildPage()) {
    await writeFile(pageUrl(name), text);
    process.stdout.write(`guide/${name} is written.\n`);
  }
} catch (error) {
  if (!(error instanceof GuideError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

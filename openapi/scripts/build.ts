import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JsonObject } from 'openapi-format';
import { runScript } from './build-error.ts';
import { applyOverlay, readOverlay } from './overlay.ts';
import { bundle } from './redocly.ts';

/**
 * Bundles the guide's contract, and the portal's made of it by the overlay, into `dist` of a contract's folder. A contract
 * that is broken leaves the bundles as they were.
 */
export async function build(folder: string): Promise<void> {
  const dist = join(folder, 'dist');
  await mkdir(dist, { recursive: true });
  const work = await mkdtemp(join(dist, '.build-'));
  const at = (name: string): string => join(work, name);
  try {
    await bundle(folder, 'docspace-oauth.yaml', at('guide.json'));
    const overlay = await readOverlay(folder, 'portal.overlay.yaml', '../../');
    const guide = JSON.parse(await readFile(at('guide.json'), 'utf8')) as JsonObject;
    await writeFile(at('overlaid.json'), JSON.stringify(await applyOverlay(guide, overlay)));
    await bundle(folder, at('overlaid.json'), at('portal.json'));
    await rename(at('guide.json'), join(dist, 'guide.json'));
    await rename(at('portal.json'), join(dist, 'portal.json'));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  await runScript(() => build(process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url))));
}

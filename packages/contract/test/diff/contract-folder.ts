import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourceFolder } from '@docspace-oauth/openapi/node';

/** A piece of a file and what stands there instead. */
export type Edit = readonly [file: string, piece: string, by: string];

const parts =
  'docspace-oauth.yaml portal.overlay.yaml paths schemas parameters responses headers examples'.split(' ');

/** Copies of this repository's contract that a test may spoil, each in the folder `openapi` of a project of its own. */
export async function makeProjects(): Promise<{
  project: (name: string, edits?: readonly Edit[]) => Promise<string>;
  remove: () => Promise<void>;
}> {
  const root = await mkdtemp(join(tmpdir(), 'docspace-diff-'));
  return {
    async project(name, edits = []) {
      const folder = join(root, name);
      for (const part of parts) {
        await cp(join(sourceFolder, part), join(folder, 'openapi', part), { recursive: true });
      }
      for (const edit of edits) await apply(join(folder, 'openapi'), edit);
      return folder;
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

async function apply(folder: string, [file, piece, by]: Edit): Promise<void> {
  const path = join(folder, file);
  const text = await readFile(path, 'utf8');
  if (!text.includes(piece))
    throw new Error(`${file} has no longer the piece that a test replaces: ${piece}`);
  await writeFile(
    path,
    text.replace(piece, () => by),
  );
}

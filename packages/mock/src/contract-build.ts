import { readFile, rename } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

import { LineCounter, parseDocument } from 'yaml';

import { documentPath, type Dialect } from './documents.ts';
import { MockError } from './mock-error.ts';

/** Where the sources of the contract are. */
export const contractFolder: string = dirname(dirname(documentPath('guide')));

/** Builds the bundles anew, given the files that changed; fails with file, line and column, and then leaves them as they were. */
export type Build = (changed: readonly string[]) => Promise<void>;

/** The contract's own build, loaded once: starting it anew for each change would take half as long again. */
export async function createBuilder(folder: string, dialect: Dialect): Promise<Build> {
  const [{ build }, { bundle }] = await Promise.all([
    loadScript<{ build: (folder: string) => Promise<void> }>('build.ts'),
    loadScript<{ bundle: (folder: string, from: string, to: string) => Promise<void> }>('redocly.ts'),
  ]);
  return async (changed) => {
    // Before the build, which names the file that refers to a broken one.
    for (const path of changed) if (path.endsWith('.yaml')) await checkSyntax(path, folder);
    // The guide's bundle is half of the work, and all that its dialect needs.
    if (dialect === 'portal') return build(folder);
    const [made, served] = [join(folder, 'dist', '.watched.json'), join(folder, 'dist', 'guide.json')];
    await bundle(folder, 'docspace-oauth.yaml', made);
    return rename(made, served);
  };
}

async function loadScript<T>(name: string): Promise<T> {
  const url = pathToFileURL(join(contractFolder, 'scripts', name)).href;
  return (await import(/* @vite-ignore */ url)) as T;
}

async function checkSyntax(path: string, folder: string): Promise<void> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  // A file that is gone is for the build to miss.
  if (text === undefined) return;
  const lines = new LineCounter();
  const [error] = parseDocument(text, { lineCounter: lines, prettyErrors: false }).errors;
  if (error === undefined) return;
  const { line, col } = lines.linePos(error.pos[0]);
  throw new MockError(`${relative(folder, path)}:${line}:${col}: ${error.message}`);
}

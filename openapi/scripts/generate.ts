import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL, fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { BuildError, runScript } from './build-error.ts';

const header = `// Generated from the contract in openapi/. Do not edit: change the contract and run "pnpm generate".

`;
const dialects = ['guide', 'portal'];

/** The types of each bundle, by file name. */
export async function typesOf(dist: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const dialect of dialects) {
    const bundle = join(dist, `${dialect}.json`);
    if (!existsSync(bundle)) throw new BuildError(`${bundle} does not exist; "pnpm build" writes it.`);
    const nodes = await openapiTS(pathToFileURL(bundle));
    files.set(`${dialect}.ts`, header + astToString(nodes));
  }
  return files;
}

/** Makes a folder hold just these files. */
export async function writeAll(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (!files.has(name)) await rm(join(folder, name), { recursive: true });
  }
  for (const [name, text] of files) await writeFile(join(folder, name), text);
}

/** Says of each file in a folder what is not as generated: differing, missing or extra. */
async function driftOf(folder: string, files: ReadonlyMap<string, string>): Promise<string[]> {
  const found = await readdir(folder).catch((): string[] => []);
  const drift = found.filter((name) => !files.has(name)).map((name) => `${name} is not generated`);
  for (const [name, text] of files) {
    if (!found.includes(name)) drift.push(`${name} is missing`);
    else if ((await readFile(join(folder, name), 'utf8')) !== text) drift.push(`${name} differs`);
  }
  return drift;
}

/** Fails where a folder does not hold just these files. */
export async function check(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const drift = await driftOf(folder, files);
  if (drift.length === 0) return;
  throw new BuildError(
    `The types of packages/api are not those of the contract: ${drift.join(', ')}. Run "pnpm generate".`,
  );
}

if (import.meta.main) {
  const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  const act = process.argv.includes('--check') ? check : writeAll;
  await runScript(async () => act(at('../../packages/api/src/generated'), await typesOf(at('../dist'))));
}

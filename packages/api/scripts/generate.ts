import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dialects } from '@docspace-oauth/openapi';
import { ContractError, runScript, typesText } from '@docspace-oauth/openapi/node';

/** The generated files by name: the types of each dialect's contract. */
export async function generate(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const dialect of dialects) files.set(`${dialect}.ts`, await typesText(dialect));
  return files;
}

/** Makes a folder hold exactly these files. */
export async function writeAll(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (!files.has(name)) await rm(join(folder, name), { recursive: true });
  }
  for (const [name, text] of files) await writeFile(join(folder, name), text);
}

/** Fails unless a folder holds exactly these files; the message names those that differ, are missing or are extra. */
export async function check(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const found = await readdir(folder).catch((): string[] => []);
  const drift = found.filter((name) => !files.has(name)).map((name) => `${name} is not generated`);
  for (const [name, text] of files) {
    if (!found.includes(name)) drift.push(`${name} is missing`);
    else if ((await readFile(join(folder, name), 'utf8')) !== text) drift.push(`${name} differs`);
  }
  if (drift.length === 0) return;
  throw new ContractError(
    `The generated types are not those of the contract: ${drift.join(', ')}. Run "pnpm generate".`,
  );
}

if (import.meta.main) {
  const folder = fileURLToPath(new URL('../src/generated', import.meta.url));
  const act = process.argv.includes('--check') ? check : writeAll;
  await runScript(async () => act(folder, await generate()));
}

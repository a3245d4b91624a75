import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Dialect, OpenApiDocument } from '@docspace-oauth/openapi';
import { dialects } from '@docspace-oauth/openapi';
import { commands, runScript } from '../command.ts';
import { generators } from './generators.ts';
import type { Program } from './calls.ts';

export type GeneratorName = keyof typeof generators;

/** A folder inside of this package, where the names of its dependencies resolve, with a generated client in it. */
export interface Sandbox {
  /** What the compiler says about the client and the program that uses it; empty if nothing is wrong. */
  compile(): Promise<string>;
  load(): Promise<Program>;
  remove(): Promise<void>;
}

const here = fileURLToPath(new URL('.', import.meta.url));

const tsconfig = {
  compilerOptions: {
    target: 'es2022',
    lib: ['es2023', 'dom', 'dom.iterable'],
    module: 'esnext',
    moduleResolution: 'bundler',
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    types: [],
  },
};

export async function createSandbox(
  name: GeneratorName,
  documents: Record<Dialect, OpenApiDocument>,
): Promise<Sandbox> {
  const folder = await mkdtemp(join(here, '.generated-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const program = join('programs', `${name}.ts`);
  try {
    for (const dialect of dialects) {
      await writeFile(join(folder, `${dialect}.json`), JSON.stringify(documents[dialect]));
    }
    await mkdir(join(folder, 'programs'));
    for (const file of ['calls.ts', 'orval-fetch.ts', program]) {
      await copyFile(join(here, file), join(folder, file));
    }
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
    await generators[name](folder);
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    async compile() {
      const { status, output } = await runScript(commands.tsc, ['-p', folder], folder);
      return status === 0 ? '' : `The compiler ended with ${status}:\n${output}`;
    },
    load: async () => (await import(pathToFileURL(join(folder, program)).href)) as Program,
    remove,
  };
}

import { cp, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Dialect, OpenApiDocument, PathItem } from '@docspace-oauth/openapi';
import { dialects } from '@docspace-oauth/openapi';
import { buildBundles, ContractError, readDocument } from '@docspace-oauth/openapi/node';
import { UsageError } from '@docspace-oauth/terminal/usage-error';

/** The file that a contract begins with. */
export const rootFile = 'docspace-oauth.yaml';

/** One side of a comparison: bundles in a folder, and the YAML files that they were built from, if there are any. */
export interface ContractSide {
  /** How the user calls it. */
  readonly name: string;
  readonly documents: Readonly<Partial<Record<Dialect, OpenApiDocument>>>;
  /** The folder with `guide.json` and `portal.json`. */
  readonly bundles: string;
  /** The folder with the YAML files. */
  readonly sources?: string;
}

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** The folder of the contract that a folder belongs to: `openapi` in it or above it, or the folder itself. */
export async function findContract(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    for (const candidate of [join(at, 'openapi'), at]) {
      if (await exists(join(candidate, rootFile))) return candidate;
    }
    if (dirname(at) === at) break;
  }
  throw new UsageError(
    `There is no contract here: neither this folder nor one above it has openapi/${rootFile}.`,
    'Run this in the repository that the contract is in.',
  );
}

const noSource = new Set(['node_modules', 'dist']);

/** Copies the YAML files of a contract, so that what is built and what is shown are the same, whoever saves a file meanwhile. */
export async function copySources(contract: string, target: string): Promise<void> {
  await cp(contract, target, {
    recursive: true,
    filter: async (path) => {
      if (path === contract) return true;
      const name = basename(path);
      if (noSource.has(name) || name.startsWith('.')) return false;
      return /\.ya?ml$/u.test(name) || (await stat(path)).isDirectory();
    },
  });
}

/** Builds the bundles of both dialects from YAML files in a work folder, with the code of today. */
export async function buildSide(name: string, sources: string): Promise<ContractSide> {
  const bundles = join(sources, '.bundles');
  if (!(await exists(join(sources, rootFile)))) {
    throw new UsageError(`The contract of ${name} has no ${rootFile}.`);
  }
  try {
    await buildBundles({ source: sources, target: bundles });
    const [guide, portal] = await Promise.all(dialects.map((dialect) => readDocument(dialect, bundles)));
    if (!guide || !portal) throw new ContractError('A dialect is missing.');
    return { name, documents: { guide, portal }, bundles, sources };
  } catch (error) {
    if (error instanceof ContractError) {
      throw new UsageError(
        `The contract of ${name} cannot be built: ${error.message}`,
        'Mend it, then run this again.',
      );
    }
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new UsageError(
        `The contract of ${name} lacks a file: ${basename(String(Reflect.get(error, 'path')))}.`,
      );
    }
    throw error;
  }
}

/** The operations of a document by their paths. A base may be somebody's file, in which a path can be anything. */
export function operationIds({ paths }: OpenApiDocument): ReadonlyMap<string, string> {
  const items: [string, Partial<PathItem> | null][] = Object.entries(paths);
  return new Map(
    items.flatMap(([path, item]) => {
      const id: unknown = item?.get?.operationId;
      return typeof id === 'string' ? [[path, id] as const] : [];
    }),
  );
}

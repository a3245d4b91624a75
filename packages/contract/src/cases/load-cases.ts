import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Dialect } from '@docspace-oauth/openapi';
import { dialects } from '@docspace-oauth/openapi';
import type { Case } from './case.ts';
import { CaseError } from './case-error.ts';
import { readCaseFile } from './read-case-file.ts';

/** The cases that come with this package: a folder for each dialect, a file for each operation. */
export const casesFolder: string = fileURLToPath(
  new URL('cases/', import.meta.resolve('@docspace-oauth/contract/package.json')),
);

export interface LoadOptions {
  /** @default the cases of this package */
  readonly folder?: string | undefined;
  /** Places of cases are named relative to this folder. @default the folder of the cases */
  readonly relativeTo?: string | undefined;
}

/** All cases of a folder, in the order of their files. */
export async function loadCases({ folder = casesFolder, relativeTo = folder }: LoadOptions = {}): Promise<
  Case[]
> {
  const cases: Case[] = [];
  for (const dialect of dialects) {
    for (const file of await yamlFiles(join(folder, dialect))) {
      const path = join(folder, dialect, file);
      const found = await readCaseFile(path, nameOf(path, relativeTo, folder));
      checkDialect(found, dialect);
      cases.push(...found);
    }
  }
  if (cases.length === 0)
    throw new CaseError(`${folder} has no cases: it needs files such as guide/getClient.yaml.`);
  checkUnique(cases);
  return cases;
}

async function yamlFiles(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((file) => file.endsWith('.yaml')).toSorted();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new CaseError(`${folder} cannot be read.`, { cause: error });
  }
}

/** With `/` between folders, and never outside: a report that leaves the machine shows no folders above the project. */
function nameOf(path: string, from: string, folder: string): string {
  const near = relative(from, path);
  const outside = near.startsWith('..') || near.includes(':');
  return (outside ? join('cases', relative(folder, path)) : near).split(sep).join('/');
}

function checkDialect(cases: readonly Case[], dialect: Dialect): void {
  const [first] = cases;
  if (first && first.dialect !== dialect) {
    throw new CaseError(
      `${first.place.file}:1:1: a file in the folder ${dialect} has the dialect ${dialect}.`,
    );
  }
}

function checkUnique(cases: readonly Case[]): void {
  const seen = new Map<string, Case>();
  for (const one of cases) {
    const { file, line = 1, column = 1 } = one.place;
    const other = seen.get(one.id);
    if (other) {
      const there = `${other.place.file}:${other.place.line ?? 1}`;
      throw new CaseError(`${file}:${line}:${column}: the id "${one.id}" is taken by the case at ${there}.`);
    }
    seen.set(one.id, one);
  }
}

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Tarball } from './lock-file.ts';
import { lockFileFor } from './lock-file.ts';

const run = promisify(execFile);
const repository = fileURLToPath(new URL('../../../..', import.meta.url));
const published = ['openapi', 'packages/api', 'packages/mock', 'packages/proxy', 'packages/contract'];

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly bin?: Readonly<Record<string, string>>;
}

export interface Project {
  readonly folder: string;
  readonly tarballs: readonly Tarball[];
  /** Where a package is installed. */
  pathOf(name: string): string;
  remove(): Promise<void>;
}

/** A project outside of the repository into which the packages are installed from their tarballs, offline. */
export async function installProject(): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'docspace installed '));
  // pnpm sets this for the scripts that it runs.
  const pnpm = process.env['npm_execpath'];
  if (!pnpm) throw new Error('Run this through "pnpm test": it packs with the package manager that runs it.');
  // As the README does it: a package with all that it needs of this repository where it is installed.
  const wanted = [
    '--filter-prod',
    '@docspace-oauth/contract...',
    '--filter-prod',
    '@docspace-oauth/proxy...',
  ];
  await run(pnpm, [...wanted, 'pack', '--pack-destination', folder], { cwd: repository });
  const tarballs = await Promise.all(published.map((from) => tarballOf(from, folder)));
  const dependencies = Object.fromEntries(tarballs.map(({ name, reference }) => [name, reference]));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module', dependencies }));
  const lock = await lockFileFor(tarballs, join(repository, 'pnpm-lock.yaml'));
  await writeFile(join(folder, 'pnpm-lock.yaml'), lock);
  await run(pnpm, ['install', '--offline', '--frozen-lockfile', '--ignore-scripts'], { cwd: folder });
  return {
    folder,
    tarballs,
    pathOf: (name) => join(folder, 'node_modules', name),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

async function tarballOf(folder: string, target: string): Promise<Tarball> {
  const text = await readFile(join(repository, folder, 'package.json'), 'utf8');
  const { name, version, bin } = JSON.parse(text) as Manifest;
  const file = `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;
  return {
    name,
    version,
    folder,
    hasBin: bin !== undefined,
    path: join(target, file),
    reference: `file:${file}`,
  };
}

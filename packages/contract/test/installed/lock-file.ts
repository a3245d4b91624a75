import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parse, stringify } from 'yaml';

/** A tarball of ours, and the folder of this repository that it was packed from. */
export interface Tarball {
  readonly name: string;
  readonly version: string;
  readonly folder: string;
  readonly hasBin: boolean;
  /** Its path, and how the project names it. */
  readonly path: string;
  readonly reference: string;
}

type Versions = Readonly<Record<string, string>>;

interface Snapshot {
  readonly dependencies?: Versions;
  readonly optionalDependencies?: Versions;
}

interface Lock {
  readonly importers: Readonly<
    Record<string, { dependencies?: Readonly<Record<string, { version: string }>> }>
  >;
  readonly packages: Readonly<Record<string, object>>;
  readonly snapshots: Readonly<Record<string, Snapshot>>;
}

/**
 * A lock file for a project that has tarballs as its dependencies, with the versions that this repository has. A project that
 * has it is installed from the store alone, since there is nothing to ask a registry about.
 */
export async function lockFileFor(tarballs: readonly Tarball[], repositoryLock: string): Promise<string> {
  const lock = parse(await readFile(repositoryLock, 'utf8')) as Lock;
  const packages: Record<string, object> = {};
  const snapshots: Record<string, Snapshot> = {};
  const add = (name: string, version: string): void => {
    const key = `${name}@${version}`;
    if (key in snapshots) return;
    const snapshot = lock.snapshots[key];
    const [unpatched = ''] = key.split('(');
    const found = lock.packages[unpatched];
    if (!snapshot || !found) throw new Error(`The lock file of the repository has no ${key}.`);
    snapshots[key] = snapshot;
    packages[unpatched] = found;
    const needed = { ...snapshot.dependencies, ...snapshot.optionalDependencies };
    for (const [other, itsVersion] of Object.entries(needed)) add(other, itsVersion);
  };
  for (const { name, version, folder, hasBin, path, reference } of tarballs) {
    const dependencies: Record<string, string> = {};
    for (const [needed, { version: itsVersion }] of Object.entries(
      lock.importers[folder]?.dependencies ?? {},
    )) {
      const own = tarballs.find((tarball) => tarball.name === needed);
      if (!own) add(needed, itsVersion);
      dependencies[needed] = own?.reference ?? itsVersion;
    }
    const digest = createHash('sha512')
      .update(await readFile(path))
      .digest('base64');
    packages[`${name}@${reference}`] = {
      resolution: { integrity: `sha512-${digest}`, tarball: reference },
      version,
      ...(hasBin && { hasBin }),
    };
    snapshots[`${name}@${reference}`] = { dependencies };
  }
  const own = tarballs.map(({ name, reference }) => [name, { specifier: reference, version: reference }]);
  return stringify({
    lockfileVersion: '9.0',
    settings: { autoInstallPeers: true, excludeLinksFromLockfile: false },
    importers: { '.': { dependencies: Object.fromEntries(own) as object } },
    packages,
    snapshots,
  });
}

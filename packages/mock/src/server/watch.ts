import { watch as watchFiles, type FSWatcher } from 'node:fs';
import { access, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

import type { Dialect } from '@docspace-oauth/openapi';
import { buildBundles, compileChecks, readDocument, sourceFolder } from '@docspace-oauth/openapi/node';

import type { Contract } from '../simulator/simulator.ts';

/** What became of a change: it is served, or the last good contract still is, and why. */
export type WatchEvent = { readonly kind: 'served' } | { readonly kind: 'broken'; readonly message: string };

export interface WatchOptions {
  readonly dialect: Dialect;
  /** The folder of the contract's sources. @default that of `@docspace-oauth/openapi` */
  readonly folder?: string;
  /** The file of scenarios that was given. */
  readonly scenarios: string | undefined;
  readonly serve: (contract: Contract) => void;
  readonly reload: () => Promise<void>;
  readonly tell: (event: WatchEvent) => void;
}

export interface Watcher {
  close(): Promise<void>;
}

/** An editor writes a file in several steps. */
const SETTLE_MS = 20;
/** Folders beside the contract that are no part of it. */
const OTHERS: ReadonlySet<string> = new Set([
  'dist',
  'node_modules',
  'src',
  'test',
  'scripts',
  'lint',
  '.turbo',
]);

/** Whether the sources of the contract are here: its package has only what is built of them. */
export async function hasSources(): Promise<boolean> {
  return access(join(sourceFolder, 'docspace-oauth.yaml')).then(
    () => true,
    () => false,
  );
}

/** Builds and serves the contract again when its sources change, and reads the scenarios when their file does. */
export async function watch(options: WatchOptions): Promise<Watcher> {
  const { dialect, folder = sourceFolder, scenarios, serve, reload, tell } = options;
  // A folder of its own: the bundles of `@docspace-oauth/openapi` are the output of its build.
  const target = await mkdtemp(join(tmpdir(), 'docspace-mock-'));
  const contract = whenSettled(tell, async () => {
    await buildBundles({ source: folder, target, upTo: dialect });
    const document = await readDocument(dialect, target);
    serve({ document, checks: compileChecks(document) });
  });
  const own = whenSettled(tell, reload);

  const watchers: FSWatcher[] = [watchFiles(folder, (_, name) => name?.endsWith('.yaml') && contract.run())];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || OTHERS.has(entry.name)) continue;
    watchers.push(watchFiles(join(folder, entry.name), { recursive: true }, () => contract.run()));
  }
  if (scenarios !== undefined) {
    // The folder, because an editor may replace the file by another.
    watchers.push(watchFiles(dirname(scenarios), (_, name) => name === basename(scenarios) && own.run()));
  }
  return {
    close: async () => {
      for (const watcher of watchers) watcher.close();
      await Promise.all([contract.stop(), own.stop()]);
      await rm(target, { recursive: true, force: true });
    },
  };
}

interface Settled {
  readonly run: () => void;
  /** Resolves when nothing is under way any more. */
  readonly stop: () => Promise<void>;
}

/** Works once after a burst of changes; a change while it works makes it work once more. */
function whenSettled(tell: (event: WatchEvent) => void, work: () => Promise<void>): Settled {
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  const start = async (): Promise<void> => {
    const event = await work().then(
      (): WatchEvent => ({ kind: 'served' }),
      (error: unknown): WatchEvent => ({ kind: 'broken', message: messageOf(error) }),
    );
    working = undefined;
    if (stopped) return;
    if (again) run();
    else tell(event);
  };
  const run = (): void => {
    if (stopped) return;
    again = working !== undefined;
    if (again) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = start();
    }, SETTLE_MS);
  };
  return {
    run,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await working;
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

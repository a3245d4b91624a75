import { watch as watchFiles, type FSWatcher } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { contractFolder, createBuilder } from './contract-build.ts';
import { documentPath, readDocument, type Dialect } from './documents.ts';
import type { JsonObject } from './store/index.ts';

/** What became of a change: it is served, or the last good contract still is, and why. */
export type WatchEvent = { readonly kind: 'served' } | { readonly kind: 'broken'; readonly message: string };

export interface WatchOptions {
  readonly dialect: Dialect;
  /** The folder of the contract's sources. @default that of `@docspace-oauth/openapi` */
  readonly folder?: string;
  /** A file of scenarios of one's own. */
  readonly scenarios: string | undefined;
  readonly serve: (document: JsonObject) => Promise<void>;
  readonly reload: () => Promise<void>;
  readonly tell: (event: WatchEvent) => void;
}

export interface Watcher {
  close(): void;
}

/** An editor writes a file in several steps. */
const SETTLE_MS = 20;
/** Folders beside the contract that are none of it. */
const OTHERS: ReadonlySet<string> = new Set(['dist', 'node_modules', 'test', 'scripts', '.turbo']);

/** Builds and serves the contract anew when its sources change, and reads the scenarios when theirs do. */
export async function watch({
  dialect,
  folder = contractFolder,
  scenarios,
  serve,
  reload,
  tell,
}: WatchOptions): Promise<Watcher> {
  const bundle = join(folder, 'dist', basename(documentPath(dialect)));
  const build = await createBuilder(folder, dialect);
  const touched = new Set<string>();
  const contract = whenSettled(tell, async () => {
    const changed = [...touched];
    touched.clear();
    await build(changed);
    await serve((await readDocument(bundle)) as unknown as JsonObject);
  });
  const changed = (path: string): void => {
    touched.add(path);
    contract.run();
  };
  const own = whenSettled(tell, reload);

  const watchers: FSWatcher[] = [
    watchFiles(folder, (_, name) => name?.endsWith('.yaml') && changed(join(folder, name))),
  ];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || OTHERS.has(entry.name)) continue;
    const part = join(folder, entry.name);
    watchers.push(watchFiles(part, { recursive: true }, (_, name) => changed(join(part, name ?? ''))));
  }
  if (scenarios !== undefined) {
    // The folder, because an editor may replace the file by another.
    watchers.push(watchFiles(dirname(scenarios), (_, name) => name === basename(scenarios) && own.run()));
  }
  return {
    close: () => {
      for (const watcher of watchers) watcher.close();
      contract.stop();
      own.stop();
    },
  };
}

interface Settled {
  readonly run: () => void;
  readonly stop: () => void;
}

/** Works once after a burst of changes; a change while it works makes it work once more. */
function whenSettled(tell: (event: WatchEvent) => void, work: () => Promise<void>): Settled {
  let timer: NodeJS.Timeout | undefined;
  let working = false;
  let again = false;
  let stopped = false;
  const start = async (): Promise<void> => {
    working = true;
    const event = await work().then(
      (): WatchEvent => ({ kind: 'served' }),
      (error: unknown): WatchEvent => ({ kind: 'broken', message: messageOf(error) }),
    );
    working = false;
    if (stopped) return;
    if (again) run();
    else tell(event);
  };
  const run = (): void => {
    if (stopped) return;
    again = working;
    if (working) return;
    clearTimeout(timer);
    timer = setTimeout(() => void start(), SETTLE_MS);
  };
  return {
    run,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

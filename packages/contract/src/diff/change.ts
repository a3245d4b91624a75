import { keysOf } from '@docspace-oauth/openapi';
import type { ChangedPlace, RedoclyChange } from './redocly-diff.ts';

/** Whose code a change breaks, if it keeps to the base's contract. */
export type Breaks = 'clients' | 'servers' | 'both';

/** One difference between two bundles. */
export interface Change {
  /** The keys that lead there, with every reference followed. */
  readonly path: readonly string[];
  readonly kind: 'added' | 'removed' | 'modified';
  /** Which keyword of the place was modified. */
  readonly property?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** Where it is in the bundle; in the base's, if it was removed. */
  readonly pointer: string;
  readonly breaks?: Breaks;
}

/** Joins what redocly says of two documents forwards and backwards: each change once, with whom it breaks. */
export function joinChanges(
  forClients: readonly RedoclyChange[],
  forServers: readonly RedoclyChange[],
): Change[] {
  const backwards = new Map(forServers.map((change) => [keyOf(reversed(change)), change]));
  const joined = forClients.map((change) => {
    const back = backwards.get(keyOf(change));
    backwards.delete(keyOf(change));
    const byRedocly = breaks(isBreaking(change), back !== undefined && isBreaking(back));
    return toChange(change, byRedocly ?? unseen(change));
  });
  // What redocly pairs differently backwards, such as a path that got another name.
  const rest = [...backwards.values()].filter(isBreaking);
  return [...joined, ...rest.map((change) => toChange(reversed(change), 'servers'))];
}

/** The places in both bundles: the way there is named after one of them, and differs below a path that was renamed. */
function keyOf({ base, revision, property }: RedoclyChange): string {
  return JSON.stringify([base?.pointer, revision?.pointer, property]);
}

/**
 * What redocly has no rule for: a default, on which whoever sends nothing relies, and whether a header of a response is
 * sure to be there.
 */
function unseen({ path, property, revision }: RedoclyChange): Breaks | undefined {
  if (property === 'default') return 'both';
  const isHeader = keysOf(path).at(-2) === 'headers';
  if (property !== 'required' || !isHeader) return undefined;
  return revision?.value === true ? 'servers' : 'clients';
}

function isBreaking({ verdicts }: RedoclyChange): boolean {
  return verdicts.some(({ impact }) => impact === 'major');
}

function breaks(clients: boolean, servers: boolean): Breaks | undefined {
  if (clients) return servers ? 'both' : 'clients';
  return servers ? 'servers' : undefined;
}

const opposite = { added: 'removed', removed: 'added', modified: 'modified' } as const;

function reversed({ base, revision, ...change }: RedoclyChange): RedoclyChange {
  return {
    ...change,
    kind: opposite[change.kind],
    ...(revision && { base: revision }),
    ...(base && { revision: base }),
  };
}

function toChange({ path, kind, property, base, revision }: RedoclyChange, whom: Breaks | undefined): Change {
  return {
    path: keysOf(path.replace(/^#/u, '')),
    kind,
    pointer: pointerOf(revision ?? base),
    before: base?.value,
    after: revision?.value,
    ...(property !== undefined && { property }),
    ...(whom && { breaks: whom }),
  };
}

function pointerOf(place: ChangedPlace | undefined): string {
  return place?.pointer.replace(/^#/u, '') ?? '';
}

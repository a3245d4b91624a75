import { textOf } from '../columns/column-kinds.ts';
import type { Snapshot, SnapshotClient } from './snapshot-file.ts';
import { changesOfClient } from './client-changes.ts';

/** One thing that is different, in a word that people would use. */
export interface Change {
  readonly client_id: string;
  readonly name: string;
  /** Such as `added`, `scopes widened` or `redirect URI added`. */
  readonly change: string;
  /** What was added, removed or set; undefined where the word says it all. */
  readonly detail: string | undefined;
}

/** What is different between two snapshots, by client_id; what is common to all clients of a kind comes first. */
export function changesBetween(before: Snapshot, after: Snapshot): Change[] {
  const old = byId(before);
  const now = byId(after);
  const ids = [...new Set([...old.keys(), ...now.keys()])].toSorted();
  return ids.flatMap((id) => {
    const [was, is] = [old.get(id), now.get(id)];
    const name = textOf((is ?? was)?.['name'] ?? '');
    const make = (change: string, detail?: string): Change => ({ client_id: id, name, change, detail });
    if (was === undefined) return [make('added')];
    if (is === undefined) return [make('removed')];
    return changesOfClient(was, is).map(({ change, detail }) => make(change, detail));
  });
}

function byId({ clients }: Snapshot): Map<string, SnapshotClient> {
  return new Map(clients.map((client) => [client.client_id, client]));
}

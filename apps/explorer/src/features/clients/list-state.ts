import type { Client } from '@docspace-oauth/api';

/** What the list is narrowed to and how it is ordered. It stands in the address, so that a link shows the same. */
export interface ListState {
  readonly search: string;
  readonly enabled: 'any' | 'yes' | 'no';
  readonly visibility: 'any' | 'public' | 'private';
  /** A scope that a client must have; empty for any. */
  readonly scope: string;
  readonly sort: keyof typeof sorts;
}

export const sorts = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  name: 'Name',
  modified: 'Changed last',
} as const;

const initial: ListState = { search: '', enabled: 'any', visibility: 'any', scope: '', sort: 'newest' };

/** Anything in the address that is no value of a field is as if it were not there. */
export function readListState(query: URLSearchParams): ListState {
  const pick = <Value extends string>(name: string, values: readonly Value[], otherwise: Value): Value =>
    values.find((value) => value === query.get(name)) ?? otherwise;
  return {
    search: query.get('search') ?? initial.search,
    enabled: pick('enabled', ['yes', 'no'], initial.enabled),
    visibility: pick('visibility', ['public', 'private'], initial.visibility),
    scope: query.get('scope') ?? initial.scope,
    sort: pick('sort', Object.keys(sorts) as (keyof typeof sorts)[], initial.sort),
  };
}

/** Only what differs from the list as it is at first. */
export function writeListState(state: ListState): URLSearchParams {
  const changed = Object.entries(state).filter(([name, value]) => value !== initial[name as keyof ListState]);
  return new URLSearchParams(changed as [string, string][]);
}

/** Whether the state can only be shown when every client is known. A portal lists the newest first by itself. */
export function needsAll(state: ListState): boolean {
  return writeListState(state).size > 0;
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** The clients that a state shows, in its order. They come in the order of the server, the newest first. */
export function arrange(clients: readonly Client[], state: ListState): readonly Client[] {
  if (!needsAll(state)) return clients;
  const words = folded(state.search).split(/\s+/u).filter(Boolean);
  const found = clients.filter(
    (client) =>
      (state.enabled === 'any' || client.enabled === (state.enabled === 'yes')) &&
      (state.visibility === 'any' || client.is_public === (state.visibility === 'public')) &&
      (state.scope === '' || client.scopes.includes(state.scope)) &&
      words.every((word) => searchable(client).includes(word)),
  );
  return orders[state.sort](found);
}

const orders: Readonly<Record<ListState['sort'], (clients: Client[]) => Client[]>> = {
  newest: (clients) => clients,
  oldest: (clients) => clients.toReversed(),
  name: (clients) => clients.toSorted((a, b) => collator.compare(a.name, b.name)),
  modified: (clients) => clients.toSorted((a, b) => Date.parse(b.modified_on) - Date.parse(a.modified_on)),
};

/** All scopes that occur, for the filter. */
export function scopesOf(clients: readonly Client[]): string[] {
  return [...new Set(clients.flatMap(({ scopes }) => scopes))].toSorted();
}

const texts = new WeakMap<Client, string>();

/** What a search looks into, made once for each client. */
function searchable(client: Client): string {
  let text = texts.get(client);
  if (text === undefined) {
    const { name, client_id, description, website_url, created_by, scopes, redirect_uris } = client;
    text = folded(
      [name, client_id, description, website_url, created_by, ...scopes, ...redirect_uris].join('\n'),
    );
    texts.set(client, text);
  }
  return text;
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

import type { Store, StoredClient } from './stores.ts';

export interface StoreFetchOptions {
  /** Clients that single reads find. Without it there are only lists. */
  readonly single?: readonly StoredClient[];
  /** Refuses some cursors, as an older portal does. */
  readonly refuse?: (lastCreatedOn: string) => 400 | 500 | undefined;
}

export interface StoreFetch {
  fetch: typeof globalThis.fetch;
  /** Paths and queries of the requests so far. */
  readonly paths: string[];
}

/** What the records of the bulk operation leave out, although it counts in the store. */
const confidential = new Set([
  'client_secret',
  'tenant',
  'redirect_uris',
  'allowed_origins',
  'logout_redirect_uris',
  'enabled',
]);

function infoOf(client: StoredClient): object {
  return Object.fromEntries(Object.entries(client).filter(([field]) => !confidential.has(field)));
}

/** A fetch that answers from a store, as a portal does for its two lists and for single reads. */
export function fetchFrom(store: Store, { single = [], refuse }: StoreFetchOptions = {}): StoreFetch {
  const paths: string[] = [];
  const byId = new Map(single.map((client) => [client.client_id, client]));
  const answer = (url: URL): Response => {
    const [, , , , id = ''] = url.pathname.split('/');
    if (id !== '' && id !== 'info') {
      // The web server of portals sends this elsewhere.
      const client = /^feed/i.test(id) ? undefined : byId.get(id.toLowerCase());
      return client ? Response.json(client) : new Response('', { status: 404 });
    }
    const query = url.searchParams;
    const date = query.get('last_created_on');
    const status = date ? refuse?.(date) : undefined;
    if (status) return Response.json({ title: 'Refused', status }, { status });
    const page = store({
      limit: Number(query.get('limit') ?? 30),
      last_client_id: query.get('last_client_id'),
      last_created_on: date,
    });
    if (!page) return Response.json({ title: 'Error', status: 500 }, { status: 500 });
    return Response.json(id === 'info' ? { ...page, data: page.data.map(infoOf) } : page);
  };
  return {
    paths,
    fetch: (input) => {
      const url = new URL(input instanceof Request ? input.url : input);
      paths.push(url.pathname + url.search);
      return Promise.resolve(answer(url));
    },
  };
}

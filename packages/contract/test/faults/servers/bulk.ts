import { newest, problem, refuses, rows, second, takesFor, without } from './changes.ts';
import type { ServerFault } from './fault.ts';

const unknown = '00000000-0000-4000-8000-000000000000';

/** What a server makes of the ids that it is asked for. */
export const bulk: readonly ServerFault[] = [
  {
    name: 'ignores the ids',
    case: 'guide-bulk-one-id',
    rule: 'assertion',
    takes: takesFor('getClientsInfo', (path) => `${path}&ids=${second}`),
  },
  {
    name: 'adds a client that nobody asked for',
    case: 'guide-bulk-ids',
    rule: 'assertion',
    takes: takesFor('getClientsInfo', (path) => `${path}&ids=${second}`),
  },
  {
    name: 'gives the first of the ids only',
    case: 'guide-bulk-ids',
    rule: 'assertion',
    change: rows('getClientsInfo', (clients) => clients.slice(0, 1)),
  },
  {
    name: 'gives another client than was asked for',
    case: 'guide-bulk-one-id',
    rule: 'assertion',
    takes: takesFor('getClientsInfo', (path) => path.replace(newest, second)),
  },
  {
    name: 'gives another name than the list has',
    case: 'guide-bulk-same-record',
    rule: 'assertion',
    change: rows('getClientsInfo', (clients) => clients.map((client) => ({ ...client, name: 'Another' }))),
  },
  {
    name: 'gives public that is not what is_public is, for the last client of a page',
    case: 'portal-bulk-same-record',
    rule: 'assertion',
    change: rows('getClientsInfo', (clients) =>
      clients.map((client, index) =>
        index < clients.length - 1 ? client : { ...client, public: !client['public'] },
      ),
    ),
  },
  {
    name: 'loses the scopes of the clients of a page',
    case: 'portal-bulk-same-record',
    rule: 'assertion',
    change: rows('getClientsInfo', (clients) => clients.map((client) => ({ ...client, scopes: [] }))),
  },
  {
    name: 'gives a client twice',
    case: 'guide-bulk-unknown-id',
    rule: 'assertion',
    change: rows('getClientsInfo', (clients) => [...clients, ...clients]),
  },
  {
    name: 'gives null for an id that no client has',
    case: 'guide-bulk-unknown-id',
    rule: 'schema',
    change: rows('getClientsInfo', (clients) => [null, ...clients]),
  },
  {
    name: 'answers 404 as soon as one id is unknown',
    case: 'guide-bulk-unknown-id',
    rule: 'status',
    change: refuses('getClientsInfo', ({ query }) => query.getAll('ids').includes(unknown), problem(404)),
  },
  {
    name: 'answers 404 where every id is unknown',
    case: 'guide-bulk-only-unknown-ids',
    rule: 'status',
    change: refuses('getClientsInfo', ({ query }) => query.getAll('ids').includes(unknown), problem(404)),
  },
  {
    name: 'gives all clients where no id is asked for',
    case: 'guide-bulk-without-ids',
    rule: 'status',
    takes: takesFor('getClientsInfo', (path, query) => (query.has('ids') ? path : `${path}?ids=${newest}`)),
  },
  {
    name: 'takes the path for the client with the id info',
    case: 'guide-bulk-without-ids',
    rule: 'status',
    change: refuses('getClientsInfo', ({ query }) => !query.has('ids'), problem(404)),
  },
  {
    name: 'takes a blank id for one that no client has',
    case: 'guide-bulk-blank-id',
    rule: 'status',
    takes: takesFor('getClientsInfo', (path) => path.replace(/ids=(?:%20|\+)/u, `ids=${unknown}`)),
  },
  {
    name: 'honours the ids on a portal',
    case: 'portal-bulk-ignores-ids',
    rule: 'assertion',
    change: rows('getClientsInfo', (clients, { query }) =>
      query.has('ids')
        ? clients.filter((client) => query.getAll('ids').includes(String(client['client_id'])))
        : clients,
    ),
  },
  {
    name: 'refuses the ids on a portal',
    case: 'portal-bulk-ignores-ids',
    rule: 'status',
    change: refuses('getClientsInfo', ({ query }) => query.has('ids'), problem(400)),
  },
  {
    name: 'gives public information in bulk without its twin field',
    case: 'portal-bulk-page',
    rule: 'schema',
    change: rows('getClientsInfo', (clients) => clients.map((client) => without(client, 'public'))),
  },
];

import type { Fields } from './changes.ts';
import { body, newest, rows, takesFor } from './changes.ts';
import type { ServerFault } from './fault.ts';

const cursor = /&last_(?:client_id|created_on)=[^&]*/gu;
const hasCursor = ({ query }: { query: URLSearchParams }): boolean => query.has('last_created_on');
/** The date that ten of the twenty clients share in the case of tied dates. */
const tied = '2026-04-01T12:00:00.123456Z';

/** Pages that repeat, lose or never end, and cursors that lead elsewhere. */
export const paging: readonly ServerFault[] = [
  {
    name: 'cuts a cursor to milliseconds',
    case: 'portal-list-pages',
    rule: 'assertion',
    change: body('getClients', (page) =>
      typeof page['last_created_on'] === 'string'
        ? { ...page, last_created_on: new Date(page['last_created_on']).toISOString() }
        : page,
    ),
  },
  {
    name: 'writes the offset of a cursor as +00:00',
    case: 'portal-list-pages',
    rule: 'schema',
    change: body('getClients', (page) => ({
      ...page,
      last_created_on: String(page['last_created_on']).replace('Z', '+00:00'),
    })),
  },
  {
    name: 'gives the first client of a page for a cursor',
    case: 'portal-bulk-pages',
    rule: 'assertion',
    change: body('getClientsInfo', (page) => {
      const [first] = page['data'] as Fields[];
      return { ...page, last_client_id: first?.['client_id'], last_created_on: first?.['created_on'] };
    }),
  },
  {
    name: 'gives no cursor though there are more clients',
    case: 'portal-list-pages',
    rule: 'assertion',
    change: body('getClients', (page) => ({ ...page, last_client_id: null, last_created_on: null })),
  },
  {
    name: 'sends the first page again and again',
    case: 'portal-list-pages',
    rule: 'assertion',
    takes: takesFor('getClients', (path) => path.replaceAll(cursor, '')),
  },
  {
    name: 'never ends: a last page has a cursor',
    case: 'portal-list-two-plus-one',
    rule: 'assertion',
    change: body('getClients', (page) => ({
      ...page,
      last_client_id: page['last_client_id'] ?? newest,
      last_created_on: page['last_created_on'] ?? '2026-05-18T09:42:17.308415Z',
    })),
  },
  {
    name: 'has a cursor on a page without clients',
    case: 'portal-list-empty',
    rule: 'assertion',
    change: body('getClients', (page) => ({ ...page, last_created_on: '2026-05-18T09:42:17Z' })),
  },
  {
    name: 'leaves out the cursors of the last page',
    case: 'portal-bulk-empty',
    rule: 'schema',
    change: body('getClientsInfo', ({ data, limit }) => ({ data, limit })),
  },
  {
    name: 'loses a client behind each cursor',
    case: 'portal-list-every-client',
    rule: 'assertion',
    change: rows('getClients', (clients, asked) => (hasCursor(asked) ? clients.toSpliced(1, 1) : clients)),
  },
  {
    name: 'loses the clients that share a date, across the end of a page',
    case: 'portal-list-every-tied-client',
    rule: 'assertion',
    change: rows('getClients', (clients, asked) =>
      hasCursor(asked) ? clients.filter((client) => client['created_on'] !== tied) : clients,
    ),
  },
  {
    name: 'skips a client between two pages',
    case: 'portal-bulk-pages',
    rule: 'assertion',
    change: rows('getClientsInfo', (clients, asked) => (hasCursor(asked) ? clients.slice(1) : clients)),
  },
  {
    name: 'sends the oldest client first',
    case: 'portal-list-order',
    rule: 'assertion',
    change: rows('getClients', (clients) => clients.toReversed()),
  },
  {
    name: 'sends two clients in the wrong order',
    case: 'portal-bulk-order',
    rule: 'assertion',
    change: rows('getClientsInfo', ([first, next, ...more]) => [next, first, ...more]),
  },
  {
    name: 'sends a client of a page twice',
    case: 'portal-list-once',
    rule: 'assertion',
    change: rows('getClients', (clients) => [...clients, ...clients.slice(-1)]),
  },
  {
    name: 'sends a client of a bulk page twice',
    case: 'portal-bulk-once',
    rule: 'assertion',
    change: rows('getClientsInfo', (clients) => [...clients, ...clients.slice(-1)]),
  },
  {
    name: 'sends a client of the whole list twice',
    case: 'guide-list-once',
    rule: 'assertion',
    change: rows('getClients', (clients) => [...clients, ...clients.slice(0, 1)]),
  },
  {
    name: 'sends the newest clients for those before a date long ago',
    case: 'portal-list-date-long-ago',
    rule: 'assertion',
    takes: takesFor('getClients', (path) => path.replaceAll(cursor, '')),
  },
];

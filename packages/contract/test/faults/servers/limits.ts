import { body, problem, refuses, rows, says, takesFor } from './changes.ts';
import type { ServerFault } from './fault.ts';

/** What a server makes of the parameter limit, and of those that it does not know. */
export const limits: readonly ServerFault[] = [
  {
    name: 'takes 25 clients for a page where none is asked for',
    case: 'portal-list-default-limit',
    rule: 'assertion',
    takes: takesFor('getClients', (path, query) => (query.has('limit') ? path : `${path}?limit=25`)),
  },
  {
    name: 'sends all clients where no limit is given',
    case: 'portal-list-default-limit',
    rule: 'assertion',
    change: rows('getClients', (clients, { query }) =>
      query.has('limit') ? clients : [...clients, ...clients],
    ),
  },
  {
    name: 'refuses an empty limit',
    case: 'portal-list-empty-limit',
    rule: 'status',
    change: refuses('getClients', ({ query }) => query.get('limit') === '', problem(400)),
  },
  {
    name: 'takes 51 for 50',
    case: 'portal-list-limit-51',
    rule: 'status',
    takes: takesFor('getClients', (path) => path.replace('limit=51', 'limit=50')),
  },
  {
    name: 'takes 0 for no limit',
    case: 'portal-list-limit-zero',
    rule: 'status',
    takes: takesFor('getClients', (path) => path.replace('limit=0', '')),
  },
  {
    name: 'takes -1 for all clients',
    case: 'portal-bulk-limit-negative',
    rule: 'status',
    takes: takesFor('getClientsInfo', (path) => path.replace('limit=-1', 'limit=50')),
  },
  {
    name: 'refuses abc with 400',
    case: 'portal-list-limit-text',
    rule: 'status',
    change: refuses('getClients', ({ query }) => query.get('limit') === 'abc', problem(400)),
  },
  {
    name: 'takes 1.5 for 1',
    case: 'portal-list-limit-fraction',
    rule: 'status',
    takes: takesFor('getClients', (path) => path.replace('limit=1.5', 'limit=1')),
  },
  {
    name: 'says another limit than it was given',
    case: 'portal-bulk-limit-plus',
    rule: 'assertion',
    change: body('getClientsInfo', (page) => ({ ...page, limit: 30 })),
  },
  {
    name: 'lets the second of two limits count',
    case: 'portal-list-limit-twice',
    rule: 'assertion',
    takes: takesFor('getClients', (path) => path.replace('limit=1&limit=2', 'limit=2')),
  },
  {
    name: 'sends more clients than a limit of 50 allows',
    case: 'portal-list-limit-50',
    rule: 'assertion',
    change: rows('getClients', (clients) => [...clients, ...clients.slice(0, 1)]),
  },
  {
    name: 'sends three clients on a page of two',
    case: 'portal-list-pages',
    rule: 'assertion',
    takes: takesFor('getClients', (path) => path.replace('limit=2', 'limit=3')),
  },
  {
    name: 'refuses a parameter that it does not know',
    case: 'portal-list-unknown-parameter',
    rule: 'status',
    change: refuses('getClients', ({ query }) => query.has('foo'), problem(400)),
  },
  {
    name: 'sends a page without a limit in bulk',
    case: 'portal-bulk-no-limit',
    rule: 'status',
    takes: takesFor('getClientsInfo', (path, query) => (query.has('limit') ? path : `${path}?limit=30`)),
  },
  {
    name: 'takes an empty limit in bulk for 30',
    case: 'portal-bulk-empty-limit',
    rule: 'status',
    takes: takesFor('getClientsInfo', (path) => path.replace('limit=', 'limit=30')),
  },
  {
    name: 'fails with HTML where a limit is no number',
    case: 'portal-bulk-limit-text',
    rule: 'media-type',
    change: says('getClientsInfo', ({ status }) =>
      status === 500 ? { headers: { 'content-type': 'text/html' }, text: '<p>Failed' } : {},
    ),
  },
];

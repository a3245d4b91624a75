import type { Fields } from './changes.ts';
import { problem, record, refuses, rows, takesFor } from './changes.ts';
import type { Change, ServerFault } from './fault.ts';

const createdOn = (change: (date: string) => unknown): Change =>
  rows('getClients', (clients) =>
    clients.map((client): Fields => ({ ...client, created_on: change(String(client['created_on'])) })),
  );

/** How dates are written, and which ones are taken. */
export const dates: readonly ServerFault[] = [
  {
    name: 'fills a fraction of a second with zeros',
    case: 'portal-list-dates',
    rule: 'assertion',
    change: createdOn((date) =>
      date.includes('.') ? date.replace('Z', '000Z') : date.replace('Z', '.000Z'),
    ),
  },
  {
    name: 'writes UTC as +00:00',
    case: 'portal-list-dates',
    rule: 'assertion',
    change: createdOn((date) => date.replace('Z', '+00:00')),
  },
  {
    name: 'writes the name of the zone behind a date',
    case: 'portal-list-dates',
    rule: 'schema',
    change: createdOn((date) => `${date}[UTC]`),
  },
  {
    name: 'writes a date without a zone',
    case: 'guide-list',
    rule: 'schema',
    change: createdOn((date) => date.replace('Z', '')),
  },
  {
    name: 'writes a date as a number',
    case: 'portal-client-record',
    rule: 'schema',
    change: record('getClient', (client) => ({
      ...client,
      modified_on: Date.parse(String(client['modified_on'])),
    })),
  },
  {
    name: 'writes a day without a time',
    case: 'guide-info-id',
    rule: 'schema',
    change: record('getClientInfo', (client) => ({ ...client, created_on: '2026-05-18' })),
  },
  {
    name: 'writes a month that no year has',
    case: 'portal-public-anonymous',
    rule: 'schema',
    change: record('getPublicClientInfo', (client) => ({ ...client, created_on: '2026-13-01T00:00:00Z' })),
  },
  {
    name: 'takes a word for a date',
    case: 'portal-list-date-text',
    rule: 'status',
    takes: takesFor('getClients', (path) => path.replace('garbage', '')),
  },
  {
    name: 'refuses a date with nine digits of a second',
    case: 'portal-bulk-date-nanoseconds',
    rule: 'status',
    change: refuses('getClientsInfo', ({ path }) => path.includes('123456789'), problem(500)),
  },
];

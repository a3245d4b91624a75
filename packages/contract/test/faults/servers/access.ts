import { emptyPage, json, newest, problem, refuses, rows, says, status, without } from './changes.ts';
import type { Asked, Redirect, ServerFault } from './fault.ts';

/** Forgets what a request says of who sends it. */
const anonymous: Redirect = ({ headers }) => ({
  headers: without(headers, 'x-signature', 'authorization', 'cookie'),
});
const signed = ({ headers }: Asked): boolean =>
  'x-signature' in headers && headers['x-signature'] !== 'not-a-token';
const shown = json({ response: { client_id: newest } });

/** Who may see what. */
export const access: readonly ServerFault[] = [
  {
    name: 'takes a wrong token for none in public information',
    case: 'portal-public-wrong-token',
    rule: 'status',
    takes: (asked) => (asked.operation === 'getPublicClientInfo' ? anonymous(asked) : {}),
  },
  {
    name: 'refuses public information to whom has a token',
    case: 'portal-public-guest',
    rule: 'status',
    change: refuses('getPublicClientInfo', signed, { status: 403, text: '' }),
  },
  {
    name: 'refuses public information to whom has none',
    case: 'portal-public-anonymous',
    rule: 'status',
    change: refuses('getPublicClientInfo', (asked) => !signed(asked), { status: 403, text: '' }),
  },
  {
    name: 'asks for a key in public information',
    case: 'guide-public-id',
    rule: 'status-undeclared',
    change: says('getPublicClientInfo', problem(401)),
  },
  {
    name: 'hides the public information of a client that is not offered to others',
    case: 'portal-public-private',
    rule: 'status',
    change: says('getPublicClientInfo', ({ text }) => (text.includes('"public":false') ? problem(404) : {})),
  },
  {
    name: 'hides the public information of a client that is disabled',
    case: 'portal-public-disabled',
    rule: 'status',
    change: says('getPublicClientInfo', problem(404)),
  },
  {
    name: 'shows a guest the clients of a portal',
    case: 'portal-list-guest',
    rule: 'status',
    change: says('getClients', (answer) => (answer.status === 403 ? json(emptyPage) : {})),
  },
  {
    name: 'shows a guest the clients of the guide',
    case: 'guide-list-guest',
    rule: 'status',
    change: says('getClients', (answer) => (answer.status === 403 ? json({ response: [] }) : {})),
  },
  {
    name: 'shows a guest a client',
    case: 'guide-client-guest',
    rule: 'status',
    change: says('getClient', (answer) => (answer.status === 403 ? shown : {})),
  },
  {
    name: 'takes an API key in place of a token',
    case: 'portal-list-bearer-only',
    rule: 'status',
    change: refuses('getClients', ({ headers }) => headers.authorization !== undefined, json(emptyPage)),
  },
  {
    name: 'lets a fresh header beat a stale cookie',
    case: 'portal-list-cookie-beats-header',
    rule: 'status',
    takes: ({ headers }) => ({ headers: without(headers, 'cookie') }),
  },
  {
    name: 'shows a user the client of another',
    case: 'portal-client-of-another',
    rule: 'status',
    change: says('getClient', (answer) => (answer.status === 404 ? shown : {})),
  },
  {
    name: 'shows a user the clients of others in a list',
    case: 'portal-list-own',
    rule: 'assertion',
    change: rows('getClients', (clients) =>
      clients.map((client, index) => (index === 0 ? client : { ...client, created_by: newest })),
    ),
  },
  {
    name: 'hides a user’s own client',
    case: 'portal-info-own',
    rule: 'status',
    change: says('getClientInfo', problem(404)),
  },
  {
    name: 'shows the extended record to a user who is no administrator',
    case: 'guide-info-user',
    rule: 'status',
    change: says('getClientInfo', (answer) => (answer.status === 403 ? shown : {})),
  },
  {
    name: 'takes a key that has expired',
    case: 'guide-list-expired-key',
    rule: 'status',
    takes: ({ headers }) => ({ headers: { ...headers, authorization: 'Bearer admin-1' } }),
  },
  {
    name: 'takes a credential that is no key',
    case: 'guide-bulk-wrong-key',
    rule: 'status',
    takes: ({ headers }) => ({ headers: { ...headers, authorization: 'Bearer admin-1' } }),
  },
  {
    name: 'says not found to whom may not ask',
    case: 'guide-bulk-guest',
    rule: 'status',
    change: status('getClientsInfo', 403, 404),
  },
  {
    name: 'sells a token to a key without the permission',
    case: 'portal-token-restricted-key',
    rule: 'status',
    takes: ({ headers }) => ({ headers: { ...headers, authorization: 'Bearer admin-1' } }),
  },
];

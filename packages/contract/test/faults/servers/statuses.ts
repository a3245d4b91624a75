import { emptyPage, json, newest, problem, refuses, says, second, status, takesFor } from './changes.ts';
import type { ServerFault } from './fault.ts';

const unsigned = ({ headers }: { headers: object }): boolean => !('x-signature' in headers);

/** Statuses that are another one than asked for, or one that nobody declared. */
export const statuses: readonly ServerFault[] = [
  {
    name: 'answers 201 to a list',
    case: 'portal-list-unknown-parameter',
    rule: 'status-undeclared',
    change: says('getClients', (_, { query }) => (query.has('foo') ? { status: 201 } : {})),
  },
  {
    name: 'answers 204 where there is no client',
    case: 'portal-bulk-empty',
    rule: 'status-undeclared',
    change: says('getClientsInfo', () => ({ status: 204, text: '' })),
  },
  {
    name: 'answers 410 for a client that is gone',
    case: 'portal-client-unknown-id',
    rule: 'status-undeclared',
    change: status('getClient', 404, 410),
  },
  {
    name: 'answers 401 where a portal answers 403',
    case: 'portal-client-unsigned',
    rule: 'status-undeclared',
    change: status('getClient', 403, 401),
  },
  {
    name: 'answers 403 without a key where the guide says 401',
    case: 'guide-list-no-key',
    rule: 'status',
    change: status('getClients', 401, 403),
  },
  {
    name: 'answers 200 with an empty list for an unknown id',
    case: 'guide-client-unknown-id',
    rule: 'status',
    change: says('getClient', (answer) => (answer.status === 404 ? json({ response: [] }) : {})),
  },
  {
    name: 'still shows a client that was deleted',
    case: 'portal-info-unknown-id',
    rule: 'status',
    takes: takesFor('getClientInfo', (path) => path.replace(/00000000-0000-4000-[^/]+/u, newest)),
  },
  {
    name: 'shows another client than was asked for',
    case: 'portal-info-same-record',
    rule: 'assertion',
    takes: takesFor('getClientInfo', (path) => path.replace(newest, second)),
  },
  {
    name: 'does not find an id in upper case',
    case: 'portal-client-upper-case-id',
    rule: 'status',
    takes: takesFor('getClient', (path) => path.replace(newest.toUpperCase(), 'not-a-uuid')),
  },
  {
    name: 'gives an id back in upper case',
    case: 'portal-public-upper-case-id',
    rule: 'assertion',
    change: says('getPublicClientInfo', ({ text }, { path }) => {
      const id = newest.toUpperCase();
      return path.includes(id) ? { text: text.replace(newest, id) } : {};
    }),
  },
  {
    name: 'takes a blank id for an unknown one',
    case: 'portal-client-blank-id',
    rule: 'status',
    takes: takesFor('getClient', (path) => path.replace('%20', 'not-a-uuid')),
  },
  {
    name: 'is not there beneath the newer prefix',
    case: 'portal-info-newer-prefix',
    rule: 'status',
    change: refuses('getClientInfo', ({ path }) => path.includes('/oauth2/'), { status: 403, text: '' }),
  },
  {
    name: 'serves a path with a slash at its end',
    case: 'portal-list-path-trailing-slash',
    rule: 'status',
    takes: ({ path }) => ({ path: path.replace(/\/$/u, '') }),
  },
  {
    name: 'serves the path of the guide on a portal',
    case: 'portal-list-guide-public-path',
    rule: 'status',
    takes: ({ path }) => ({
      path: path.replace(/clients\/public\/([^/]+)\/info/u, 'clients/$1/public/info'),
    }),
  },
  {
    name: 'fails where a database fails with 503',
    case: 'portal-list-failing',
    rule: 'status-undeclared',
    change: status('getClients', 500, 503),
  },
  {
    name: 'refuses without a body where a role is the reason',
    case: 'portal-list-guest',
    rule: 'assertion',
    change: says('getClients', (answer) => (answer.status === 403 ? { text: '' } : {})),
  },
  {
    name: 'refuses with a body where a token is missing',
    case: 'portal-client-unsigned',
    rule: 'assertion',
    change: says('getClient', (answer, asked) =>
      answer.status === 403 && unsigned(asked) ? problem(403) : {},
    ),
  },
  {
    name: 'refuses a wrong token with a body',
    case: 'portal-list-wrong-token',
    rule: 'assertion',
    change: says('getClients', (answer) => (answer.status === 403 ? problem(403) : {})),
  },
  {
    name: 'answers without a token',
    case: 'portal-list-unsigned',
    rule: 'status',
    change: refuses('getClients', unsigned, json(emptyPage)),
  },
  {
    name: 'looks at the parameters before the token',
    case: 'portal-list-signature-first',
    rule: 'status',
    change: refuses('getClients', unsigned, problem(400)),
  },
  {
    name: 'looks at the role before the parameters',
    case: 'portal-list-parameters-before-role',
    rule: 'status',
    change: says('getClients', (answer, { query }) =>
      answer.status === 400 && query.get('limit') === '0' ? problem(403) : {},
    ),
  },
  {
    name: 'serves HTML to whom asks for it',
    case: 'portal-list-other-media-type',
    rule: 'status',
    change: refuses('getClients', ({ headers }) => headers.accept === 'text/html', {
      status: 200,
      headers: { 'content-type': 'text/html' },
      text: '<!doctype html><p>Clients</p>',
    }),
  },
  {
    name: 'gives a token to whom has no key',
    case: 'portal-token-no-key',
    rule: 'status',
    change: refuses('generateJwtToken', ({ headers }) => headers.authorization === undefined, {
      ...json({ response: 'a.b.c', count: 1, links: [], status: 0, statusCode: 200 }),
    }),
  },
];

import { header, says } from './changes.ts';
import type { Answer, Change, ServerFault } from './fault.ts';

/** Changes the refusal of a user who has used up their calls. */
const refusal = (
  operation: 'getClients' | 'getClientsInfo',
  name: string,
  value: string | undefined,
): Change =>
  says(operation, ({ status, headers }: Answer) =>
    status === 429 ? { headers: { ...headers, [name]: value } } : {},
  );

/** Rate limits, sessions, and what every answer says. */
export const headers: readonly ServerFault[] = [
  {
    name: 'leaves out the reset of the rate limit',
    case: 'portal-list-page',
    rule: 'header',
    change: header('getClients', 'x-ratelimit-reset', undefined),
  },
  {
    name: 'says 60 seconds where a portal says 0',
    case: 'portal-client-record',
    rule: 'header',
    change: header('getClient', 'x-ratelimit-reset', '60'),
  },
  {
    name: 'says that less than no call is left',
    case: 'guide-list',
    rule: 'header',
    change: header('getClients', 'x-ratelimit-remaining', '-1'),
  },
  {
    name: 'says in words how many calls are left',
    case: 'portal-public-anonymous',
    rule: 'header',
    change: header('getPublicClientInfo', 'x-ratelimit-remaining', 'many'),
  },
  {
    name: 'lets anybody keep a record in a cache',
    case: 'portal-info-record',
    rule: 'header',
    change: header('getClientInfo', 'cache-control', 'public, max-age=600'),
  },
  {
    name: 'lets anybody keep it in a cache that a client is not there',
    case: 'portal-client-unknown-id',
    rule: 'header',
    change: header('getClient', 'cache-control', undefined),
  },
  {
    name: 'lets a browser guess the type of a problem',
    case: 'portal-list-guest',
    rule: 'header',
    change: header('getClients', 'x-content-type-options', undefined),
  },
  {
    name: 'leaves out the rate limit where it refuses a limit',
    case: 'portal-bulk-limit-zero',
    rule: 'header',
    change: header('getClientsInfo', 'x-ratelimit-reset', undefined),
  },
  {
    name: 'says to wait where it fails',
    case: 'portal-list-limit-text',
    rule: 'header',
    change: header('getClients', 'x-ratelimit-reset', '60'),
  },
  {
    name: 'lets a browser guess the type of a page',
    case: 'portal-list-page',
    rule: 'header',
    change: header('getClients', 'x-content-type-options', undefined),
  },
  {
    name: 'starts a session for a wrong token',
    case: 'portal-client-wrong-token',
    rule: 'header',
    change: says('getClient', ({ status, headers: own }) =>
      status === 403 ? { headers: { ...own, 'set-cookie': ['JSESSIONID=1'] } } : {},
    ),
  },
  {
    name: 'counts a wrong token against the rate limit',
    case: 'portal-info-wrong-token',
    rule: 'header',
    change: says('getClientInfo', ({ status, headers: own }) =>
      status === 403 ? { headers: { ...own, 'x-ratelimit-remaining': '9' } } : {},
    ),
  },
  {
    name: 'starts no session where a token is missing',
    case: 'portal-list-unsigned-headers',
    rule: 'header',
    change: header('getClients', 'set-cookie', undefined),
  },
  {
    name: 'counts what its firewall refuses',
    case: 'portal-client-semicolon-id',
    rule: 'header',
    change: header('getClient', 'x-ratelimit-remaining', '9'),
  },
  {
    name: 'says a second to wait where a portal says nanoseconds',
    case: 'portal-list-user-limit',
    rule: 'assertion',
    change: refusal('getClients', 'x-ratelimit-reset', '1'),
  },
  {
    name: 'refuses though calls are left',
    case: 'portal-bulk-user-limit',
    rule: 'assertion',
    change: refusal('getClientsInfo', 'x-ratelimit-remaining', '3'),
  },
  {
    name: 'sends Retry-After with a portal’s refusal',
    case: 'portal-list-user-limit',
    rule: 'assertion',
    change: refusal('getClients', 'retry-after', '1'),
  },
  {
    name: 'refuses a user with a body',
    case: 'portal-list-user-limit',
    rule: 'media-type',
    change: says('getClients', ({ status }) => (status === 429 ? { text: '{}' } : {})),
  },
  {
    name: 'says nanoseconds to wait where the guide says seconds',
    case: 'guide-list-user-limit',
    rule: 'assertion',
    change: refusal('getClients', 'x-ratelimit-reset', '300000000'),
  },
  {
    name: 'leaves out Retry-After',
    case: 'guide-list-user-limit',
    rule: 'assertion',
    change: refusal('getClients', 'retry-after', undefined),
  },
  {
    name: 'says in words when to come back',
    case: 'guide-bulk-user-limit',
    rule: 'assertion',
    change: refusal('getClientsInfo', 'retry-after', 'soon'),
  },
  {
    name: 'never refuses a user',
    case: 'guide-list-user-limit',
    rule: 'assertion',
    takes: ({ headers: own }) => ({ headers: { ...own, authorization: 'Bearer admin-1' } }),
  },
  {
    name: 'says how long to wait though the whole server is full',
    case: 'portal-list-server-limit',
    rule: 'header',
    change: header('getClients', 'x-ratelimit-reset', '300000000'),
  },
  {
    name: 'asks for a user name and a password',
    case: 'portal-token-no-key',
    rule: 'header',
    change: header('generateJwtToken', 'www-authenticate', 'Basic'),
  },
  {
    name: 'does not show that it is a portal',
    case: 'portal-token-exchange',
    rule: 'header',
    change: header('generateJwtToken', 'server-timing', undefined),
  },
];

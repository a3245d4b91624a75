import { says } from './changes.ts';
import type { ServerFault } from './fault.ts';

/** A request that gets no answer which could be looked at. */
export const connections: readonly ServerFault[] = [
  {
    name: 'breaks the connection in the middle of a body',
    case: 'portal-info-record',
    rule: 'no-response',
    change: says('getClientInfo', { cutAfter: 100 }),
  },
  {
    name: 'breaks the connection before the answer',
    case: 'guide-public-id',
    rule: 'no-response',
    change: says('getPublicClientInfo', () => {
      throw new Error('The connection breaks.');
    }),
  },
  {
    name: 'sends a reader to another server',
    case: 'portal-public-anonymous',
    rule: 'status-undeclared',
    change: says('getPublicClientInfo', {
      status: 302,
      headers: { location: 'http://127.0.0.2:9/' },
      text: '',
    }),
  },
  {
    name: 'says that a body is compressed though it is not',
    case: 'guide-info-id',
    rule: 'no-response',
    change: says('getClientInfo', ({ headers }) => ({ headers: { ...headers, 'content-encoding': 'gzip' } })),
  },
];

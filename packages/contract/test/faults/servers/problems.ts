import { body, problem, refuses, says, without } from './changes.ts';
import type { ServerFault } from './fault.ts';

const unknown = ({ path }: { path: string }): boolean => path.includes('/00000000-0000-4000-');

/** What is said of an error. */
export const problems: readonly ServerFault[] = [
  {
    name: 'drops the title of a problem',
    case: 'portal-client-unknown-id',
    rule: 'schema',
    change: body('getClient', (fields) => without(fields, 'title'), 404),
  },
  {
    name: 'sends a problem with another status than its own',
    case: 'guide-client-unknown-id',
    rule: 'assertion',
    change: body('getClient', (fields) => ({ ...fields, status: 400 }), 404),
  },
  {
    name: 'names another field than the one that is wrong',
    case: 'portal-list-limit-zero',
    rule: 'assertion',
    change: refuses('getClients', ({ query }) => query.get('limit') === '0', {
      ...problem(400, { errors: [{ field: 'page', code: 'ErrorName', message: 'Not so.' }] }),
    }),
  },
  {
    name: 'names a field where only the limit is missing',
    case: 'portal-bulk-no-limit',
    rule: 'assertion',
    change: body('getClientsInfo', (fields) => ({ ...fields, errors: [] }), 400),
  },
  {
    name: 'sends the failure of another service as a problem',
    case: 'guide-info-unknown-id',
    rule: 'schema',
    change: says('getClientInfo', (_, asked) =>
      unknown(asked) ? { text: JSON.stringify({ reason: 'not found' }) } : {},
    ),
  },
];

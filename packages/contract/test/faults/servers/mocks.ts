import { body } from './changes.ts';
import type { ServerFault } from './fault.ts';

/** What only a mock is asked for: a declared response by name. */
export const mocks: readonly ServerFault[] = [
  {
    name: 'sends another body than the example that was asked for',
    case: 'guide-client-404-declared',
    rule: 'example',
    change: body('getClient', (fields) => ({ ...fields, detail: 'Another text.' }), 404),
  },
  {
    name: 'answers with another status than was asked for',
    case: 'portal-list-502-declared',
    rule: 'status',
    change: (answer, { operation }) =>
      operation === 'getClients' && answer.status === 502 ? { ...answer, status: 504 } : answer,
  },
];

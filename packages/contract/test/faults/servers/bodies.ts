import type { Fields } from './changes.ts';
import { body, record, rows, second, without } from './changes.ts';
import type { ServerFault } from './fault.ts';

const last = (change: (client: Fields) => Fields) => (clients: readonly Fields[]) =>
  clients.map((client, index) => (index === clients.length - 1 ? change(client) : client));

/** Fields that are absent, of another type, or say something else. */
export const bodies: readonly ServerFault[] = [
  {
    name: 'drops the name of a client',
    case: 'portal-client-record',
    rule: 'schema',
    change: record('getClient', (client) => without(client, 'name')),
  },
  {
    name: 'drops a field where it would be null',
    case: 'portal-client-without-description',
    rule: 'schema',
    change: record('getClient', (client) => without(client, 'description')),
  },
  {
    name: 'drops a field of the last client of a list only',
    case: 'portal-list-page',
    rule: 'schema',
    change: rows(
      'getClients',
      last((client) => without(client, 'is_public')),
    ),
  },
  {
    name: 'sends true as a text',
    case: 'portal-client-record',
    rule: 'schema',
    change: record('getClient', (client) => ({ ...client, enabled: String(client['enabled']) })),
  },
  {
    name: 'sends a number as a text',
    case: 'portal-client-record',
    rule: 'schema',
    change: record('getClient', (client) => ({ ...client, tenant: String(client['tenant']) })),
  },
  {
    name: 'sends scopes as one text',
    case: 'guide-client-id',
    rule: 'schema',
    change: record('getClient', (client) => ({ ...client, scopes: 'openid' })),
  },
  {
    name: 'sends null for a name',
    case: 'guide-public-id',
    rule: 'schema',
    change: record('getPublicClientInfo', (client) => ({ ...client, name: null })),
  },
  {
    name: 'sends a name that is too short',
    case: 'guide-info-secret',
    rule: 'schema',
    change: record('getClientInfo', (client) => ({ ...client, name: 'A' })),
  },
  {
    name: 'sends a client_id that is no UUID',
    case: 'portal-list-no-public',
    rule: 'schema',
    change: rows(
      'getClients',
      last((client) => ({ ...client, client_id: '7' })),
    ),
  },
  {
    name: 'sends the address of a logo in place of its data',
    case: 'portal-info-public',
    rule: 'schema',
    change: record('getClientInfo', (client) => ({ ...client, logo: 'https://example.com/logo.png' })),
  },
  {
    name: 'sends an empty text for null',
    case: 'guide-list-nulls',
    rule: 'assertion',
    change: rows('getClients', (clients) => clients.map((client) => ({ ...client, description: '' }))),
  },
  {
    name: 'sends a field that the contract does not know',
    case: 'portal-client-record',
    rule: 'drift',
    change: record('getClient', (client) => ({ ...client, owner: 'someone' })),
  },
  {
    name: 'sends the fields in another order',
    case: 'portal-client-record',
    rule: 'assertion',
    change: record('getClient', (client) => ({ client_id: client['client_id'], ...client })),
  },
  {
    name: 'sends the envelope of the guide on a portal',
    case: 'portal-info-record',
    rule: 'schema',
    change: body('getClientInfo', (response) => ({ response, count: 1, status: 0, statusCode: 200 })),
  },
  {
    name: 'sends an envelope with nothing in it',
    case: 'guide-client-id',
    rule: 'schema',
    change: body('getClient', () => ({ count: 1, status: 0, statusCode: 200 })),
  },
  {
    name: 'sends an envelope that says that it failed',
    case: 'guide-info-id',
    rule: 'schema',
    change: body('getClientInfo', (whole) => ({ ...whole, status: 1 })),
  },
  {
    name: 'sends a page as a bare list',
    case: 'portal-list-page',
    rule: 'schema',
    change: body('getClients', ({ data }) => data),
  },
  {
    name: 'sends a page without its limit',
    case: 'portal-bulk-page',
    rule: 'schema',
    change: body('getClientsInfo', (page) => without(page, 'limit')),
  },
  {
    name: 'sends an object in place of a list',
    case: 'guide-list',
    rule: 'schema',
    change: body('getClients', (whole) => ({ ...whole, response: {} })),
  },
  {
    name: 'sends another id than client_id',
    case: 'guide-client-id',
    rule: 'assertion',
    change: record('getClient', (client) => ({ ...client, id: second })),
  },
  {
    name: 'sends another name than the list has',
    case: 'guide-public-same-record',
    rule: 'assertion',
    change: record('getPublicClientInfo', (client) => ({ ...client, name: 'Another name' })),
  },
  {
    name: 'sends public that is not what is_public is',
    case: 'portal-public-public',
    rule: 'assertion',
    change: record('getPublicClientInfo', (client) => ({ ...client, public: !client['is_public'] })),
  },
  {
    name: 'sends public in the fullest record too',
    case: 'portal-client-no-public',
    rule: 'assertion',
    change: record('getClient', (client) => ({ ...client, public: client['is_public'] })),
  },
  {
    name: 'loses that a client is disabled',
    case: 'portal-client-disabled',
    rule: 'assertion',
    change: record('getClient', (client) => ({ ...client, enabled: true })),
  },
  {
    name: 'loses that a client is not offered to others',
    case: 'portal-public-private',
    rule: 'assertion',
    change: record('getPublicClientInfo', (client) => ({ ...client, is_public: true, public: true })),
  },
  {
    name: 'counts two tokens where there is one',
    case: 'portal-token-exchange',
    rule: 'assertion',
    change: body('generateJwtToken', (whole) => ({ ...whole, count: 2 })),
  },
];

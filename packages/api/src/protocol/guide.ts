import type * as contract from '../generated/guide.ts';
import { keyHeaders } from './api-key.ts';
import type { DialectRules, RoutesOf } from './operations.ts';

const routes: RoutesOf<contract.paths, contract.operations> = {
  getClients: '/api/2.0/clients',
  getClient: '/api/2.0/clients/{id}',
  getClientInfo: '/api/2.0/clients/{id}/info',
  getPublicClientInfo: '/api/2.0/clients/public/{id}/info',
  getClientsInfo: '/api/2.0/clients/info',
};

/** The API as the official guide documents it: the API key is sent with each request, lists have no pages. */
export const guide: DialectRules = {
  routes,
  query: ({ ids = [] }) => ids.map((id) => ['ids', id] as const),
  credentialHeaders: keyHeaders,
  bulk: 'ids',
};

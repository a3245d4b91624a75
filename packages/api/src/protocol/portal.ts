import type * as contract from '../generated/portal.ts';
import { emptyForbiddenOf } from './forbidden.ts';
import { withoutNullTexts } from './null-text.ts';
import type { DialectRules, RoutesOf } from './operations.ts';

type Routes = RoutesOf<contract.paths, contract.operations>;

const routes: Omit<Routes, 'generateJwtToken'> = {
  getClients: '/api/2.0/clients',
  getClient: '/api/2.0/clients/{id}',
  getClientInfo: '/api/2.0/clients/{id}/info',
  getPublicClientInfo: '/api/2.0/clients/{id}/public/info',
  getClientsInfo: '/api/2.0/clients/info',
};

/** Where the API key is exchanged for a token. The `Authorization` header carries the key there. */
export const tokenPath: Routes['generateJwtToken'] = '/api/2.0/security/oauth2/token';

/** Where portals serve the operations, beneath `/api/2.0/`. The newer place exists since DocSpace 3.7.1. */
export type PathPrefix = 'clients' | 'oauth2/clients';

/** The API as live portals (DocSpace 3.x) serve it: a short-lived token in `x-signature`, lists in pages. */
export const portal: DialectRules = {
  routes,
  // The bulk operation of a portal ignores `ids`: it is one more paged list.
  query: ({ page = {} }) => Object.entries(page),
  credentialHeaders: (token) => ({ 'x-signature': token }),
  isTokenRefused: (reply) => emptyForbiddenOf(reply) === 'token refused',
  bulk: 'pages',
  correct: withoutNullTexts,
};

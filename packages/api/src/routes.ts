import type * as guide from './generated/guide.ts';
import type * as portal from './generated/portal.ts';

/** The five operations, by the operationId that the contract and the official reference give them. */
export type OperationId = keyof guide.operations;

/** Which of the two contracts a server speaks. */
export type Dialect = 'guide' | 'portal';

/** For each operation, the paths of a contract that its GET may stand at: a wrong entry below does not compile. */
type RoutesOf<Paths, Operations> = {
  [Id in keyof Operations]: {
    [Path in keyof Paths]: Paths[Path] extends { get: Operations[Id] } ? Path : never;
  }[keyof Paths];
};

const shared = {
  getClients: '/api/2.0/clients',
  getClient: '/api/2.0/clients/{id}',
  getClientInfo: '/api/2.0/clients/{id}/info',
  getClientsInfo: '/api/2.0/clients/info',
} as const;

const guideRoutes: RoutesOf<guide.paths, guide.operations> = {
  ...shared,
  getPublicClientInfo: '/api/2.0/clients/public/{id}/info',
};

const portalRoutes: RoutesOf<portal.paths, portal.operations> = {
  ...shared,
  getPublicClientInfo: '/api/2.0/clients/{id}/public/info',
  generateJwtToken: '/api/2.0/security/oauth2/token',
};

export const routes: { readonly guide: typeof guideRoutes; readonly portal: typeof portalRoutes } = {
  guide: guideRoutes,
  portal: portalRoutes,
};

const patterns: [OperationId | 'generateJwtToken', RegExp][] = [
  ['generateJwtToken', /\/api\/2\.0\/security\/oauth2\/token$/],
  ['getClientsInfo', /\/clients\/info$/],
  ['getPublicClientInfo', /\/clients\/(?:public\/[^/]+|[^/]+\/public)\/info$/],
  ['getClientInfo', /\/clients\/[^/]+\/info$/],
  ['getClients', /\/clients$/],
  ['getClient', /\/clients\/[^/]+$/],
];

/** The operation that a request's path belongs to, in either dialect; undefined for a path of no operation. */
export function operationOf(pathname: string): OperationId | 'generateJwtToken' | undefined {
  return patterns.find(([, pattern]) => pattern.test(pathname))?.[0];
}

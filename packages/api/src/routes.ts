import type * as guide from './generated/guide.ts';
import type * as portal from './generated/portal.ts';

/** The five operations, by the operationId that the contract and the official reference give them. */
export type OperationId = keyof guide.operations;

/** Which of the two contracts a server speaks. */
export type Dialect = 'guide' | 'portal';

/** What a request is told by: one of the five, or the portal's token exchange. */
export type RequestId = OperationId | 'generateJwtToken';

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

/** What a path and its query are made of. */
export interface Parameters {
  id?: string;
  /** The guide's bulk read. */
  ids?: guide.operations['getClientsInfo']['parameters']['query']['ids'];
  /** A portal's page, nulls left out; the guide's lists have none, and come whole. */
  page?: OrNull<NonNullable<portal.operations['getClients']['parameters']['query']>>;
}
type OrNull<T> = { [K in keyof T]?: T[K] | null | undefined };
type Pair = [name: string, value: string | number | null | undefined];

/** The path and query of an operation, beneath the base URL. */
export function targetOf(dialect: Dialect, operationId: OperationId, parameters: Parameters): string {
  const { id = '', ids = [], page = {} } = parameters;
  const pairs: Pair[] = dialect === 'portal' ? Object.entries(page) : ids.map((each) => ['ids', each]);
  const query = pairs.flatMap(([name, value]) =>
    value == null ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  const path = routes[dialect][operationId].replace('{id}', encodeURIComponent(id));
  return query.length > 0 ? `${path}?${query.join('&')}` : path;
}

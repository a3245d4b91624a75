import type { Client as HttpClient } from 'openapi-fetch';
import type { BulkSource } from './bulk.ts';
import { bulkOfGuide, bulkOfPortal, uniqueIds } from './bulk.ts';
import { checkClientId } from './client-id.ts';
import { connect } from './connection.ts';
import type { paths as GuidePaths } from './generated/guide.ts';
import type { paths as PortalPaths } from './generated/portal.ts';
import type { IterateOptions } from './iterate.ts';
import { iterate } from './iterate.ts';
import type { DocSpaceClientOptions } from './options.ts';
import { checkPageSize, cursorQuery } from './page-query.ts';
import type { Dialect } from './routes.ts';
import { routes } from './routes.ts';
import { readClient, readClients, toPublic } from './shape.ts';
import type { Client, ClientInfo, ClientPage, ClientsInfo, Cursor, PublicClientInfo } from './types.ts';

export interface CallOptions {
  /** Ends the call at once, with code `aborted` and the signal's reason as cause. */
  signal?: AbortSignal;
}

export interface GetClientsOptions extends CallOptions {
  /** Clients per page, 1 to 50. The guide's list has no pages and comes whole. @default 30, the portal's own */
  limit?: number;
  /** `next` of the page before. */
  cursor?: Cursor | null;
}

/** The five operations. Every method rejects with a DocSpaceError and with nothing else. */
export interface DocSpaceClient<Paths extends object = GuidePaths> {
  /** One page of the clients that the caller may see, newest first. Operation `getClients`. */
  getClients(options?: GetClientsOptions): Promise<ClientPage>;
  /** All of them, page by page: `for await (const client of docspace.iterateClients())`. Operation `getClients`. */
  iterateClients(options?: IterateOptions): AsyncGenerator<Client, void, undefined>;
  /** One client. Operation `getClient`. */
  getClient(id: string, options?: CallOptions): Promise<Client>;
  /** One client's details. Operation `getClientInfo`. */
  getClientInfo(id: string, options?: CallOptions): Promise<ClientInfo>;
  /** What anyone may see of a client, asked without a credential. Operation `getPublicClientInfo`. */
  getPublicClientInfo(id: string, options?: CallOptions): Promise<PublicClientInfo>;
  /**
   * Any number of clients: each id asked is in `found` or in `missing`. Operation `getClientsInfo`. A failure other than
   * 404 rejects; the error then has what was found so far as `found`, which is not enumerable.
   */
  getClientsInfo(ids: readonly string[], options?: CallOptions): Promise<ClientsInfo>;
  /** Which contract the server speaks; asks it once if `dialect` is `auto`. */
  dialect(): Promise<Dialect>;
  /** A plain openapi-fetch client with the same credential, retries, deadlines and limits; its middleware is its own. */
  readonly http: HttpClient<Paths>;
}

/**
 * Makes a client; throws a DocSpaceError of code `invalid_input` for a wrong option. Nothing is sent yet.
 * @example const docspace = createDocSpaceClient({ baseUrl: 'https://portal.example.com', apiKey });
 */
export function createDocSpaceClient(
  options: DocSpaceClientOptions & { dialect: 'portal' },
): DocSpaceClient<PortalPaths>;
export function createDocSpaceClient(options: DocSpaceClientOptions): DocSpaceClient;
export function createDocSpaceClient(options: DocSpaceClientOptions): DocSpaceClient<never> {
  const { http, guide, portal, read, dialect } = connect(options);

  async function getClients({ limit, cursor, signal }: GetClientsOptions = {}): Promise<ClientPage> {
    const query = { ...(limit !== undefined && { limit: checkPageSize(limit) }), ...cursorQuery(cursor) };
    const spoken = await dialect(signal);
    const init = { parseAs: 'text', ...(signal && { signal }) } as const;
    const result =
      spoken === 'guide'
        ? await guide.GET(routes.guide.getClients, init)
        : await portal.GET(routes.portal.getClients, { ...init, params: { query } });
    return read('getClients', spoken, result, readClients<Client>);
  }

  async function getClientInfo(id: string, { signal }: CallOptions = {}): Promise<ClientInfo> {
    const path = { id: checkClientId(id) };
    const spoken = await dialect(signal);
    const init = { params: { path }, parseAs: 'text', ...(signal && { signal }) } as const;
    return read(
      'getClientInfo',
      spoken,
      await guide.GET(routes.guide.getClientInfo, init),
      readClient<ClientInfo>,
    );
  }

  const bulk: BulkSource = {
    async byIds(ids, signal) {
      const init = { params: { query: { ids } }, parseAs: 'text', ...(signal && { signal }) } as const;
      const result = await guide.GET(routes.guide.getClientsInfo, init);
      return read('getClientsInfo', 'guide', result, readClients<ClientInfo>).clients;
    },
    async page(cursor, signal) {
      const query = { limit: 50, ...cursorQuery(cursor) };
      const init = { params: { query }, parseAs: 'text', ...(signal && { signal }) } as const;
      const result = await portal.GET(routes.portal.getClientsInfo, init);
      return read('getClientsInfo', 'portal', result, readClients<ClientInfo>);
    },
    one: (id, signal) => getClientInfo(id, signal && { signal }),
  };

  return {
    getClients,
    iterateClients(iteration = {}) {
      const limit = checkPageSize(iteration.pageSize ?? 50);
      return iterate((cursor, signal) => getClients({ limit, cursor, signal }), iteration);
    },
    async getClient(id, { signal } = {}) {
      const path = { id: checkClientId(id) };
      const spoken = await dialect(signal);
      const init = { params: { path }, parseAs: 'text', ...(signal && { signal }) } as const;
      return read('getClient', spoken, await guide.GET(routes.guide.getClient, init), readClient<Client>);
    },
    getClientInfo,
    async getPublicClientInfo(id, { signal } = {}) {
      const path = { id: checkClientId(id) };
      const spoken = await dialect(signal);
      const init = { params: { path }, parseAs: 'text', ...(signal && { signal }) } as const;
      const result =
        spoken === 'guide'
          ? await guide.GET(routes.guide.getPublicClientInfo, init)
          : await portal.GET(routes.portal.getPublicClientInfo, init);
      return toPublic(read('getPublicClientInfo', spoken, result, readClient<PublicClientInfo>));
    },
    async getClientsInfo(ids, { signal } = {}) {
      const wanted = uniqueIds(ids);
      if (wanted.length === 0) return { found: [], missing: [] };
      return (await dialect(signal)) === 'guide'
        ? bulkOfGuide(wanted, bulk, signal)
        : bulkOfPortal(wanted, bulk, signal);
    },
    dialect: () => dialect(),
    http,
  };
}

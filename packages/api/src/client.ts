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
import { checkCursor, checkPageSize } from './page-query.ts';
import type { Dialect, OperationId } from './routes.ts';
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
  const { ask, read, dialect, http } = connect(options);

  const getPage = async (
    limit: number | undefined,
    cursor: Cursor | null | undefined,
    signal: AbortSignal | undefined,
  ): Promise<() => ClientPage> => {
    const page = { limit: limit === undefined ? limit : checkPageSize(limit), ...checkCursor(cursor) };
    const answer = await ask('getClients', { page }, signal);
    return () => read('getClients', answer, readClients<Client>);
  };
  const getOne = async <T>(
    operationId: OperationId,
    id: string,
    { signal }: { signal?: AbortSignal | undefined } = {},
  ): Promise<T> =>
    read(operationId, await ask(operationId, { id: checkClientId(id) }, signal), readClient<T>);
  const bulk: BulkSource = {
    many: async (parameters, signal) =>
      read('getClientsInfo', await ask('getClientsInfo', parameters, signal), readClients<ClientInfo>),
    one: (id, signal) => getOne('getClientInfo', id, { signal }),
  };

  return {
    getClients: async ({ limit, cursor, signal } = {}) => (await getPage(limit, cursor, signal))(),
    iterateClients(iteration = {}) {
      // Checked here, and not when the first client is asked for.
      const limit = checkPageSize(iteration.pageSize ?? 50);
      return iterate((cursor, signal) => getPage(limit, cursor, signal), iteration);
    },
    getClient: (id, call) => getOne('getClient', id, call),
    getClientInfo: (id, call) => getOne('getClientInfo', id, call),
    getPublicClientInfo: async (id, call) => toPublic(await getOne('getPublicClientInfo', id, call)),
    async getClientsInfo(ids, { signal } = {}) {
      const wanted = uniqueIds(ids);
      if (wanted.length === 0) return { found: [], missing: [] };
      const find = (await dialect(signal)) === 'guide' ? bulkOfGuide : bulkOfPortal;
      return find(wanted, bulk, signal);
    },
    dialect: () => dialect(),
    http,
  };
}

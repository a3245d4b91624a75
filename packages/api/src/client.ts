import { checkNumber, checkOptions, checkSignal } from './check.ts';
import { connect } from './connection.ts';
import type { BulkSource } from './lists/bulk.ts';
import { bulkByIds, bulkByPages, uniqueIds } from './lists/bulk.ts';
import type { IterateOptions } from './lists/iterate.ts';
import { iterate } from './lists/iterate.ts';
import type { DocSpaceClientOptions } from './options.ts';
import { resolveOptions } from './options.ts';
import { checkClientId } from './protocol/client-id.ts';
import { checkCursor, checkPageSize } from './protocol/cursor.ts';
import { decodeClient, decodeClients, toPublic } from './protocol/decode.ts';
import type { Dialect, OperationId } from './protocol/operations.ts';
import { dialects } from './protocol/routes.ts';
import { attachConnection } from './connection-of.ts';
import type { Client, ClientInfo, ClientPage, ClientsInfo, Cursor, PublicClientInfo } from './types.ts';

export interface CallOptions {
  /** Ends the call at once, with code `aborted` and the signal's reason as cause. */
  signal?: AbortSignal | undefined;
}

export interface GetClientsOptions extends CallOptions {
  /** Clients per page, 1 to 50. Ignored in the guide's dialect, whose list has no pages. @default 30, set by the portal */
  limit?: number | undefined;
  /** `next` of the page before. */
  cursor?: Cursor | null | undefined;
}

/** The five operations. Every method rejects with a DocSpaceError and with nothing else. */
export interface DocSpaceClient<Spoken extends Dialect = Dialect> {
  /** One page of the clients that the caller may see, newest first. Operation `getClients`. */
  getClients(options?: GetClientsOptions): Promise<ClientPage>;
  /** All clients, page by page: `for await (const client of docspace.iterateClients())`. Operation `getClients`. */
  iterateClients(options?: IterateOptions): AsyncGenerator<Client, void, undefined>;
  /** One client. Operation `getClient`. */
  getClient(id: string, options?: CallOptions): Promise<Client>;
  /** The details of one client. Operation `getClientInfo`. */
  getClientInfo(id: string, options?: CallOptions): Promise<ClientInfo>;
  /** What anyone may see of a client; sent without a credential. Operation `getPublicClientInfo`. */
  getPublicClientInfo(id: string, options?: CallOptions): Promise<PublicClientInfo>;
  /**
   * Any number of clients: each id is in `found` or in `missing`. Operation `getClientsInfo`. Any failure but a 404 rejects;
   * the error then has what was found so far as `found`, which printing does not show.
   */
  getClientsInfo(ids: readonly string[], options?: CallOptions): Promise<ClientsInfo>;
  /** Which contract the server speaks; asks it once if `dialect` is `auto`. */
  dialect(): Promise<Spoken>;
}

const callNames = { signal: true } satisfies Record<keyof CallOptions, true>;
const listNames = { limit: true, cursor: true, signal: true } satisfies Record<keyof GetClientsOptions, true>;
const iterationNames = { pageSize: true, maxItems: true, signal: true } satisfies Record<
  keyof IterateOptions,
  true
>;

function signalOf(options: CallOptions | undefined): AbortSignal | undefined {
  return checkSignal(checkOptions(options, 'The options argument', callNames).signal);
}

/**
 * Creates a DocSpace client; throws a DocSpaceError of code `invalid_input` for a wrong option. Nothing is sent yet.
 * @example const docspace = createDocSpaceClient({ baseUrl: 'https://portal.example.com', apiKey });
 */
export function createDocSpaceClient<Spoken extends Dialect | 'auto' = 'auto'>(
  options: DocSpaceClientOptions<Spoken>,
): DocSpaceClient<Spoken extends Dialect ? Spoken : Dialect>;
export function createDocSpaceClient(options: DocSpaceClientOptions): DocSpaceClient<never> {
  const connection = connect(resolveOptions(options));
  const { ask, read, dialect } = connection;

  const getPage = async (
    limit: number | undefined,
    cursor: Cursor | null | undefined,
    signal: AbortSignal | undefined,
  ): Promise<() => ClientPage> => {
    const reply = await ask('getClients', { page: { limit, ...cursor } }, signal);
    return () => read('getClients', reply, decodeClients<Client>);
  };
  const getOne = async <T>(
    operationId: OperationId,
    id: string,
    signal: AbortSignal | undefined,
  ): Promise<T> =>
    read(operationId, await ask(operationId, { id: checkClientId(id) }, signal), decodeClient<T>);
  const bulk: BulkSource = {
    many: async (parameters, signal) =>
      read('getClientsInfo', await ask('getClientsInfo', parameters, signal), decodeClients<ClientInfo>),
    one: (id, signal) => getOne('getClientInfo', id, signal),
  };

  const docspace: DocSpaceClient = {
    async getClients(given) {
      const { limit, cursor, signal } = checkOptions(given, 'The options argument', listNames);
      const size = limit === undefined ? limit : checkPageSize(limit);
      return (await getPage(size, checkCursor(cursor), checkSignal(signal)))();
    },
    iterateClients(given) {
      // Checked here, and not when the first client is asked for.
      const {
        pageSize = 50,
        maxItems = Infinity,
        signal,
      } = checkOptions(given, 'The options argument', iterationNames);
      const size = checkPageSize(pageSize);
      const most = maxItems === Infinity ? maxItems : checkNumber('maxItems', maxItems, 0, true);
      return iterate((cursor, either) => getPage(size, cursor, either), most, checkSignal(signal));
    },
    getClient: async (id, given) => getOne('getClient', id, signalOf(given)),
    getClientInfo: async (id, given) => getOne('getClientInfo', id, signalOf(given)),
    getPublicClientInfo: async (id, given) =>
      toPublic(await getOne('getPublicClientInfo', id, signalOf(given))),
    async getClientsInfo(ids, given) {
      const signal = signalOf(given);
      const wanted = uniqueIds(ids);
      if (wanted.length === 0) return { found: [], missing: [] };
      const find = dialects[await dialect(signal)].bulk === 'ids' ? bulkByIds : bulkByPages;
      return find(wanted, bulk, signal);
    },
    dialect: () => dialect(),
  };
  return attachConnection(docspace, connection) as DocSpaceClient<never>;
}

import { checkNumber, checkOptions, checkSignal } from './check.ts';
import { connect } from './connection.ts';
import { notify } from './hooks.ts';
import { findByIds } from './lists/bulk-by-ids.ts';
import { findByPages } from './lists/bulk-by-pages.ts';
import { Wanted } from './lists/wanted.ts';
import { bulk } from './lists/bulk.ts';
import type { IterateOptions } from './lists/iterate.ts';
import { iterate } from './lists/iterate.ts';
import type { ListSource } from './lists/walk.ts';
import type { DocSpaceClientOptions } from './options.ts';
import { resolveOptions } from './options.ts';
import { checkClientId } from './protocol/client-id.ts';
import { checkCursor, checkPageSize, maxPageSize } from './protocol/cursor.ts';
import { decodeClient, decodeClients, toPublic } from './protocol/decode.ts';
import type { Dialect } from './protocol/dialect.ts';
import type { OperationId } from './protocol/operations.ts';
import type { Listed } from './protocol/paging.ts';
import { continuationsOf, isLargeBody } from './protocol/paging.ts';
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
  /** `next` of the page before. Clients may be lost between the two pages: `iterateClients` finds every client. */
  cursor?: Cursor | null | undefined;
}

/** The five operations. Every method rejects with a DocSpaceError and with nothing else. */
export interface DocSpaceClient<Spoken extends Dialect = Dialect> {
  /**
   * One page of the clients that the caller may see, newest first, as the server sends it. Between two pages, clients with
   * the same `created_on` may be lost, and a page without `next` may not be the last one: `iterateClients` finds every
   * client. Operation `getClients`.
   */
  getClients(options?: GetClientsOptions): Promise<ClientPage>;
  /** All clients, none twice and none lost: `for await (const client of docspace.iterateClients())`. Operation `getClients`. */
  iterateClients(options?: IterateOptions): AsyncGenerator<Client, void, undefined>;
  /** One client. Operation `getClient`. */
  getClient(id: string, options?: CallOptions): Promise<Client>;
  /** The details of one client. Operation `getClientInfo`. */
  getClientInfo(id: string, options?: CallOptions): Promise<ClientInfo>;
  /** What anyone may see of a client; sent without a credential. Operation `getPublicClientInfo`. */
  getPublicClientInfo(id: string, options?: CallOptions): Promise<PublicClientInfo>;
  /**
   * Any number of clients: each id is in `found` or in `missing`. Ids that differ only in case are one id. Operation
   * `getClientsInfo`. Any failure but a 404 rejects; the error then has what was found so far as `found`, which printing
   * does not show.
   */
  getClientsInfo(ids: readonly string[], options?: CallOptions): Promise<ClientsInfo>;
  /** Which contract the server speaks; asks it once if `dialect` is `auto`. */
  dialect(): Promise<Spoken>;
}

/** The options of a method, checked against the names of these defaults; `signal` is one of them. */
function argumentOf<T extends CallOptions>(
  given: T | undefined,
  defaults: Omit<Required<T>, 'signal'>,
): Required<T> {
  const known = { signal: undefined, ...defaults } as Required<T>;
  const options = checkOptions(given, 'The options argument', known);
  checkSignal(options.signal);
  return options;
}

const signalOf = (given: CallOptions | undefined): AbortSignal | undefined =>
  given === undefined ? undefined : argumentOf(given, {}).signal;

/**
 * Creates a DocSpace client; throws a DocSpaceError of code `invalid_input` for a wrong option. Nothing is sent yet.
 * @example const docspace = createDocSpaceClient({ baseUrl: 'https://portal.example.com', apiKey });
 */
export function createDocSpaceClient<Spoken extends Dialect | 'auto' = 'auto'>(
  options: DocSpaceClientOptions<Spoken>,
): DocSpaceClient<Spoken extends Dialect ? Spoken : Dialect>;
export function createDocSpaceClient(options: DocSpaceClientOptions): DocSpaceClient<never> {
  const config = resolveOptions(options);
  const connection = connect(config);
  const { ask, read, dialect, redact } = connection;

  /** The pages of one of the two lists of all clients. */
  const listOf = <Row extends Listed>(operationId: 'getClients' | 'getClientsInfo'): ListSource<Row> => ({
    async fetchPage({ limit, cursor }, signal) {
      const reply = await ask(operationId, { page: { limit, ...cursor } }, signal);
      return () => {
        const page = read(operationId, reply, decodeClients<Row>);
        // The bulk operation leaves out fields that count in the store, so the size of its body proves nothing.
        const mayBeCut =
          !page.next &&
          reply.dialect === 'portal' &&
          (operationId === 'getClientsInfo' || isLargeBody(reply.text));
        return { ...page, continuations: continuationsOf(page, limit, mayBeCut) };
      };
    },
    onIncomplete() {
      const message = `${config.host} may have clients that no request can reach: too many have the same date.`;
      notify(config.hooks, 'onWarning', () => ({ code: 'list_may_be_incomplete', message, operationId }));
    },
  });
  const getOne = async <T>(
    operationId: OperationId,
    id: string,
    signal: AbortSignal | undefined,
  ): Promise<T> => {
    const reply = await ask(operationId, { id: checkClientId(id, redact) }, signal);
    const client = read(operationId, reply, decodeClient<T>);
    return (reply.dialect && dialects[reply.dialect].correct?.(client)) ?? client;
  };
  const findWithIds = findByIds(async (ids, signal) => {
    const reply = await ask('getClientsInfo', { ids }, signal);
    return read('getClientsInfo', reply, decodeClients<ClientInfo>).clients;
  });
  const findInPages = findByPages({
    ...listOf<ClientInfo>('getClientsInfo'),
    fetchOne: (id, signal) => getOne('getClientInfo', id, signal),
  });

  const docspace: DocSpaceClient = {
    async getClients(given) {
      const { limit, cursor, signal } = argumentOf(given, { limit: undefined, cursor: undefined });
      if (limit !== undefined) checkPageSize(limit);
      const reply = await ask('getClients', { page: { limit, ...checkCursor(cursor) } }, signal);
      return read('getClients', reply, decodeClients<Client>);
    },
    iterateClients(given) {
      // Checked here, and not when the first client is asked for.
      const defaults = { pageSize: maxPageSize, maxItems: Infinity };
      const { pageSize, maxItems, signal } = argumentOf(given, defaults);
      checkPageSize(pageSize);
      if (maxItems !== Infinity) checkNumber('maxItems', maxItems, 0, true);
      return iterate(listOf<Client>('getClients'), Number(pageSize), Number(maxItems), signal);
    },
    getClient: async (id, given) => getOne('getClient', id, signalOf(given)),
    getClientInfo: async (id, given) => getOne('getClientInfo', id, signalOf(given)),
    getPublicClientInfo: async (id, given) =>
      toPublic(await getOne('getPublicClientInfo', id, signalOf(given))),
    async getClientsInfo(ids, given) {
      const signal = signalOf(given);
      return bulk(
        new Wanted(ids, redact),
        async (...wanted) => {
          const { bulk: how } = dialects[await dialect(signal)];
          await (how === 'ids' ? findWithIds : findInPages)(...wanted);
        },
        signal,
      );
    },
    dialect: () => dialect(),
  };
  return attachConnection(docspace, connection) as DocSpaceClient<never>;
}

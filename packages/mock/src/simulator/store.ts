import { failure } from './answers.ts';
import type { Caller } from './callers.ts';
import { createCollection, type Collection } from './collection.ts';
import { readContract, type Contract, type Operation } from './contract.ts';
import { readCredentials, type Credentials } from './credentials.ts';
import type { Dialogue } from './dialogue.ts';
import { generateClients } from './generate.ts';
import { answerAsGuide, tooManyRequests as guideTooMany } from './guide.ts';
import { textOf, type Json, type JsonObject } from './json.ts';
import { createLimiter, MINUTE_MS, SECOND_MS, type Limits } from './limits.ts';
import { checkParameters } from './parameters.ts';
import { answerAsPortal, tooManyRequests as portalTooMany } from './portal.ts';
import type { Answer, StoreRequest } from './request.ts';
import { seedFrom, type Seed, type StoredClient } from './seed.ts';
import { createTokens } from './tokens.ts';

export interface StoreOptions {
  /** The bundled contract of the dialect. */
  readonly document: JsonObject;
  readonly dialect: 'guide' | 'portal';
  /** The root of the server, which a portal's tokens name. */
  readonly issuer: () => string;
  /** How long a token is good; a negative time gives tokens that are over already. @default 300 */
  readonly tokenTtlSeconds?: number | undefined;
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
}

/** Which clients there are: those of the examples and some more, or a list of one's own. */
export type ClientData =
  | { readonly kind: 'examples'; readonly more: number; readonly seed: number }
  | { readonly kind: 'list'; readonly clients: readonly JsonObject[] };

/** Answers as the API would, from the contract's examples. It needs neither Node nor a server. */
export interface Store {
  readonly contract: Contract;
  readonly clients: Collection;
  /** Reads who is asking; apart from `respond`, because signatures take a moment. */
  authenticate(headers: StoreRequest['headers']): Promise<Credentials>;
  respond(operationId: string, request: StoreRequest, credentials: Credentials): Answer;
  answer(operationId: string, request: StoreRequest): Promise<Answer>;
  /** The failure that the contract has for a status, whatever was asked. */
  fail(operationId: string, status: number, path: string): Answer;
  setClients(data: ClientData): void;
  removeClient(id: string): boolean;
  setLimits(limits: Limits): void;
  /** Takes a new contract; clients that were set and counts stay. */
  setDocument(document: JsonObject): void;
  clearCounts(): void;
}

const MAX_REMEMBERED = 500;

export function createStore({
  document,
  dialect,
  issuer,
  tokenTtlSeconds = 300,
  now = Date.now,
}: StoreOptions): Store {
  let contract = readContract(document);
  let seed = seedFrom(contract);
  let data: ClientData = { kind: 'examples', more: 0, seed: 1 };
  let removed = new Set<string>();
  let clients = collect();
  let owners = ownersOf(seed);
  let limits: Limits = {};
  const limiter = createLimiter(now);
  const remembered = new Map<string, Json>();
  const tokens =
    dialect === 'portal'
      ? createTokens({ issuer, ttlSeconds: tokenTtlSeconds, tenant: `${seed.tenant}`, now })
      : undefined;

  function collect(): Collection {
    const kept = clientsOf(data, seed).filter(({ id }) => !removed.has(id));
    return createCollection(kept, seed.fields, seed.tenant);
  }
  function refresh(): void {
    remembered.clear();
    clients = collect();
  }
  function operationOf(id: string): Operation {
    const operation = contract.operations.get(id);
    if (operation === undefined) throw new RangeError(`The contract has no operation ${id}`);
    return operation;
  }
  const callLimit = (caller: Caller): number | undefined => caller.limit ?? limits.userPerMinute;

  function dialogueOf(operation: Operation, request: StoreRequest, credentials: Credentials): Dialogue {
    let counted: ReturnType<Dialogue['countCall']>;
    return {
      operation,
      request,
      credentials,
      clients,
      limits,
      violations: checkParameters(operation, request),
      countCall: (caller) => {
        const limit = callLimit(caller);
        counted = limit === undefined ? undefined : limiter.take(`user ${caller.userId}`, limit, MINUTE_MS);
        return counted;
      },
      countServerCall: (limit) => limiter.take(`server ${operation.secured}`, limit, SECOND_MS),
      rateHeaders: () =>
        counted === undefined
          ? {}
          : {
              'X-Ratelimit-Remaining': counted.remaining,
              'X-Ratelimit-Reset': Math.ceil(counted.resetMs / 1000),
            },
      remember: (key, make) => {
        const known = remembered.get(key);
        if (known !== undefined) return known;
        const body = make();
        if (remembered.size >= MAX_REMEMBERED) remembered.clear();
        remembered.set(key, body);
        return body;
      },
    };
  }

  const authenticate: Store['authenticate'] = (headers) => readCredentials(headers, owners, tokens);
  const respond: Store['respond'] = (operationId, request, credentials) => {
    const dialogue = dialogueOf(operationOf(operationId), request, credentials);
    return dialect === 'portal' ? answerAsPortal(dialogue) : answerAsGuide(dialogue);
  };
  return {
    get contract() {
      return contract;
    },
    get clients() {
      return clients;
    },
    authenticate,
    respond,
    answer: async (operationId, request) =>
      respond(operationId, request, await authenticate(request.headers)),
    fail: (operationId, status, path) => {
      const operation = operationOf(operationId);
      if (status !== 429) return failure(operation, status, '', path);
      return dialect === 'portal'
        ? portalTooMany(operation, path, 'user-limit')
        : guideTooMany(operation, path);
    },
    setClients: (chosen) => {
      data = chosen;
      removed = new Set();
      refresh();
    },
    removeClient: (id) => {
      if (clients.find(id) === undefined) return false;
      removed.add(id);
      refresh();
      return true;
    },
    setLimits: (chosen) => {
      limits = chosen;
      limiter.clear();
    },
    setDocument: (changed) => {
      contract = readContract(changed);
      seed = seedFrom(contract);
      owners = ownersOf(seed);
      refresh();
    },
    clearCounts: () => limiter.clear(),
  };
}

function clientsOf(data: ClientData, { clients: examples }: Seed): readonly StoredClient[] {
  if (data.kind === 'list') return completed(data.clients, examples);
  return [...examples, ...generateClients(examples, data.more, data.seed)];
}

/** A client of one's own needs only the fields that matter; the rest is made up as for one more client. */
function completed(given: readonly JsonObject[], examples: readonly StoredClient[]): StoredClient[] {
  return generateClients(examples, given.length, 1).map(({ id, record, listed }, index) => {
    const own = given[index] ?? {};
    const chosen = typeof own['client_id'] === 'string' ? own['client_id'] : id;
    const ids = { client_id: chosen, ...('id' in record && { id: chosen }) };
    return { id: chosen, record: { ...record, ...own, ...ids }, listed };
  });
}

function ownersOf({ clients }: Seed): readonly string[] {
  return [...new Set(clients.map(({ record }) => textOf(record['created_by'])))];
}

import type { ContractChecks, Dialect, OpenApiDocument } from '@docspace-oauth/openapi';

import type { Answer } from './answer.ts';
import { createBehavior, type Behavior, type Scenarios } from './behavior.ts';
import { checkClients } from './client-check.ts';
import type { Cache } from './cache.ts';
import type { Collection } from './collection.ts';
import { readOperations } from './contract.ts';
import { readCredentials } from './credentials.ts';
import { databases, type StoreName } from './databases/databases.ts';
import { rulesOf } from './dialects.ts';
import { htmlPage } from './html-page.ts';
import type { JsonObject } from './json.ts';
import { createLimiter } from './limiter.ts';
import { namedLimits, type LimitName } from './limits.ts';
import { MockError } from './mock-error.ts';
import type { RequestHeaders, SimulatorRequest } from './request.ts';
import { respond, type Outcome } from './respond.ts';
import type { SimulatorResponse } from './response.ts';
import { serviceForbidden } from './portal/rules.ts';
import { createRouter } from './routing.ts';
import type { Fault, Latency } from './scenario.ts';
import { createStore } from './store.ts';
import { createTokens } from './tokens.ts';
import { violationHeader } from './violations.ts';

export interface SimulatorOptions {
  readonly dialect: Dialect;
  readonly contract: Contract;
  /** The root of the server, which a portal's tokens name. */
  readonly issuer: () => string;
  /** How many clients there are beyond those of the contract's examples. @default 0 */
  readonly clients?: number | undefined;
  /** The same seed gives the same clients, and the same faults in the same order. @default 1 */
  readonly seed?: number | undefined;
  /** @default 'normal' */
  readonly scenario?: string | undefined;
  /** Scenarios beside the built-in ones; they may replace them. */
  readonly scenarios?: Scenarios | undefined;
  readonly latency?: Latency | undefined;
  /** Seconds that a token is valid; a negative number gives expired tokens. @default 300 */
  readonly tokenTtl?: number | undefined;
  /** What a portal keeps its clients in. @default 'sql' */
  readonly store?: StoreName | undefined;
  /** How many calls are answered, where the scenario does not say it. @default 'off' */
  readonly limits?: LimitName | undefined;
  /** What the single reads of a portal come from. @default 'off' */
  readonly cache?: Cache | undefined;
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
}

/** A bundled contract, and the checks that were compiled from it. */
export interface Contract {
  readonly document: OpenApiDocument;
  readonly checks: ContractChecks;
}

/** Answers requests as the API would. It needs neither Node nor a server. */
export interface Simulator {
  readonly dialect: Dialect;
  readonly document: OpenApiDocument;
  readonly clients: Collection;
  readonly behavior: Omit<Behavior, 'dice' | 'setClients' | 'reset'>;
  handle(request: SimulatorRequest): Promise<SimulatorResponse>;
  /** A token for an API key; empty in a dialect that has no tokens. */
  tokenOf(key: string): Promise<string>;
  /** The only clients from now on; what one leaves out is made up. Throws a MockError if one breaks the contract. */
  setClients(clients: readonly JsonObject[]): void;
  /** Whether there was a client of this id to be removed. */
  removeClient(id: string): boolean;
  /** Serves another contract; clients that were set or removed stay so. */
  setContract(contract: Contract): void;
  /** Back to how it started. */
  reset(): void;
}

const DEFAULT_TTL_S = 300;

export function createSimulator(options: SimulatorOptions): Simulator {
  const { dialect, issuer, now = Date.now } = options;
  const rules = rulesOf[dialect];
  let { document, checks } = options.contract;
  let operations = readOperations(document);
  let route = createRouter(operations.values(), rules.decodesPaths);
  const database = databases[options.store ?? 'sql'];
  const store = createStore(operations.values(), dialect === 'portal' ? database : undefined);
  const limiter = createLimiter(now, rules.callerLimit);
  const behavior = createBehavior({
    store,
    limiter,
    scenarios: options.scenarios ?? new Map(),
    scenario: options.scenario ?? 'normal',
    latency: options.latency,
    limits: namedLimits[options.limits ?? 'off'],
    cache: options.cache ?? 'off',
    more: options.clients ?? 0,
    seed: options.seed ?? 1,
  });
  const tokens =
    dialect === 'portal'
      ? createTokens({
          issuer,
          ttlSeconds: options.tokenTtl ?? DEFAULT_TTL_S,
          tenant: String(store.tenant),
          now,
        })
      : undefined;

  /** What the scenario makes of an answer. A request that asks for an answer by name gets that one. */
  function disturbed(
    { answer, operation, path, preferred }: Outcome,
    headers: RequestHeaders,
  ): { answer: Answer; fault?: Fault } {
    const fault = preferred
      ? undefined
      : behavior.dice.fault(behavior.scenario, operation?.id, answer.status);
    if (fault === undefined) return { answer };
    const { kind, status = 502, example } = fault;
    if (kind === 'html') return { answer: htmlPage(status), fault };
    if (kind === 'empty-forbidden') return { answer: serviceForbidden(), fault };
    if (kind !== 'status') return { answer, fault };
    return {
      answer:
        operation === undefined
          ? htmlPage(status)
          : rules.fail(operation, { status, example }, { path, headers }),
      fault,
    };
  }

  return {
    dialect,
    get document() {
      return document;
    },
    get clients() {
      return store.clients;
    },
    behavior,
    handle: async (request) => {
      const { cache } = behavior;
      const parts = { rules, checks, route, store, database, cache, limiter, root: issuer(), tokens };
      const outcome = await respond(parts, request);
      const { answer, fault } = disturbed(outcome, request.headers);
      const { violations, operation } = outcome;
      // A portal sends no such header, so its dialect does so only for a request that uses the mock as a mock.
      const told = violations.length > 0 && (dialect === 'guide' || request.headers['prefer'] !== undefined);
      const header = told ? [['sl-violations', violationHeader(violations)] as const] : [];
      return {
        status: answer.status,
        headers: [...answer.headers, ...header],
        body: answer.body?.text,
        delayMs: behavior.dice.latency(behavior.latency),
        fault: fault?.kind,
        operationId: operation?.id,
        violations,
      };
    },
    tokenOf: async (key) => {
      const { token } = await readCredentials({ authorization: `Bearer ${key}` }, store.owners, tokens);
      return token ?? '';
    },
    setClients: (clients) => {
      const preview = store.preview({ kind: 'list', clients });
      const sentence = checkClients(preview, operations.values(), rules, checks);
      if (sentence !== undefined) throw new MockError(`${sentence} The clients are as they were.`);
      behavior.setClients(clients);
    },
    removeClient: (id) => store.removeClient(id),
    setContract: (changed) => {
      ({ document, checks } = changed);
      operations = readOperations(document);
      route = createRouter(operations.values(), rules.decodesPaths);
      store.setOperations(operations.values());
    },
    reset: () => {
      behavior.reset();
      limiter.clear();
    },
  };
}

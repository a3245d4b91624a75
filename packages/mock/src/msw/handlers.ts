/** The mock without a server: handlers for MSW, which answer by the same simulator as the HTTP server. */
import type { Dialect } from '@docspace-oauth/openapi';
import { delay, http, HttpResponse, type HttpHandler } from 'msw';

import { bundledContract } from '../simulator/bundled-contract.ts';
import type { Cache } from '../simulator/cache.ts';
import { checkOptions, ofType, sharedRules } from '../simulator/check-options.ts';
import type { StoreName } from '../simulator/databases/databases.ts';
import type { JsonObject } from '../simulator/json.ts';
import type { LimitName } from '../simulator/limits.ts';
import { MockError } from '../simulator/mock-error.ts';
import { checkScenarios } from '../simulator/check-scenarios.ts';
import type { Latency, Scenario } from '../simulator/scenario.ts';
import { createSimulator } from '../simulator/simulator.ts';
import { simulatorRequest } from './request.ts';
import { fetchResponse } from './response.ts';

export { MockError, type Cache, type Latency, type LimitName, type Scenario, type StoreName };

export interface MockHandlersOptions {
  /** How it answers: as the guide documents it, or as a portal does. @default 'guide' */
  readonly dialect?: Dialect | undefined;
  /** The address that the client under test calls, with its path prefix. @example 'http://localhost' */
  readonly baseUrl: string;
  /** How many clients there are beyond those of the contract's examples. @default 0 */
  readonly clients?: number | undefined;
  /** The same seed gives the same clients, and the same faults in the same order. @default 1 */
  readonly seed?: number | undefined;
  /** The name of a scenario. @default 'normal' */
  readonly scenario?: string | undefined;
  /** Scenarios by their names, beside the built-in ones. @example { slower: { description: 'Slow.', latency: { min: 50, max: 90 } } } */
  readonly scenarios?: Readonly<Record<string, Scenario>> | undefined;
  /** Seconds that a token of the portal's dialect is valid; a portal allows 60 more. @default 300 */
  readonly tokenTtl?: number | undefined;
  /** Portal: what it keeps its clients in, MariaDB (self-hosted) or DynamoDB (the vendor's cloud). @default 'sql' */
  readonly store?: StoreName | undefined;
  /** The limits of a portal that runs as several services or as one process. @default 'off' */
  readonly limits?: LimitName | undefined;
  /** Portal: `null-text` gives the text "null" in single reads where there is none, as the cache of a portal does. @default 'off' */
  readonly cache?: Cache | undefined;
}

export interface MockHandlers {
  /** For `setupServer(...handlers)` and `setupWorker(...handlers)`. */
  readonly handlers: HttpHandler[];
  setScenario(name: string): void;
  /** The only clients from now on; what one leaves out is made up. Throws a MockError if one breaks the contract. */
  setClients(clients: readonly object[]): void;
  /** Whether there was a client of this id to be removed. */
  removeClient(id: string): boolean;
  /** Back to how it started. */
  reset(): void;
}

const rules = {
  ...sharedRules,
  baseUrl: ofType('string', 'a URL with scheme and host, such as http://localhost'),
  scenarios: ofType('object', 'scenarios by their names'),
};

/** Handlers that answer everything below the base URL. */
export function mockHandlers(options: MockHandlersOptions): MockHandlers {
  checkOptions(options, rules);
  const { dialect = 'guide', scenarios = {}, baseUrl, ...rest } = options;
  const base = readBaseUrl(baseUrl);
  const simulator = createSimulator({
    dialect,
    contract: bundledContract(dialect),
    issuer: () => base.href.replace(/\/$/u, ''),
    ...rest,
    scenarios: checkScenarios(new Map(Object.entries(scenarios))),
  });
  const prefix = base.pathname.replace(/\/+$/u, '');
  const isBelow = (url: URL): boolean =>
    url.origin === base.origin && (url.pathname === prefix || url.pathname.startsWith(`${prefix}/`));

  const handler = http.all(
    ({ request }) => isBelow(new URL(request.url)),
    async ({ request, cookies }) => {
      const response = await simulator.handle(simulatorRequest(request, cookies, prefix));
      if (response.delayMs > 0) await delay(response.delayMs);
      return response.fault === 'reset' ? HttpResponse.error() : fetchResponse(response, request.method);
    },
  );
  return {
    handlers: [handler],
    setScenario: (name) => simulator.behavior.setScenario(name),
    setClients: (list) => simulator.setClients(list as readonly JsonObject[]),
    removeClient: (id) => simulator.removeClient(id),
    reset: () => simulator.reset(),
  };
}

function readBaseUrl(text: string): URL {
  if (/^https?:/iu.test(text) && URL.canParse(text)) return new URL(text);
  throw new MockError(`baseUrl must be a URL with scheme and host, such as http://localhost, not "${text}".`);
}

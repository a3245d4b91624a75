import { createDocSpaceClient, type DocSpaceClient } from '@docspace-oauth/api';

import type { RequestLog } from '../features/request-log/request-log.ts';

/**
 * The DocSpace client of the page. It asks the server that the page came from, which is the mock or a proxy. Only the mock
 * gets a key, one of its own made-up ones; a proxy has the key of its portal and needs none.
 */
export function createDocSpace(mockKey: string | undefined, log: RequestLog): DocSpaceClient {
  return createDocSpaceClient({
    baseUrl: location.origin,
    apiKey: mockKey,
    // The mock may listen for another machine, and its keys are no secrets.
    allowInsecure: mockKey !== undefined,
    // Someone is looking at the page.
    timeoutMs: 20_000,
    attemptTimeoutMs: 6_000,
    hooks: log.hooks,
  });
}

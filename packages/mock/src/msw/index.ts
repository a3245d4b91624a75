/** The mock without a server: handlers for MSW, over the same store that the HTTP mock answers from. */
import { http, HttpResponse, type HttpHandler } from 'msw';

import { createStore, type Answer, type ClientData, type JsonObject } from '../store/index.ts';

export interface MockHandlersOptions {
  /**
   * The bundled contract of the dialect.
   * @example import document from '@docspace-oauth/openapi/guide.json' with { type: 'json' };
   */
  readonly document: object;
  /** Whose answers it gives; the document's. @default 'guide' */
  readonly dialect?: 'guide' | 'portal' | undefined;
  /** The address that the client under test calls, with its path prefix. */
  readonly baseUrl: string;
  /** How many clients there are beyond those of the contract's examples. @default 0 */
  readonly clients?: number | undefined;
  /** The same seed gives the same clients. @default 1 */
  readonly seed?: number | undefined;
  /** Seconds that a token of the portal's dialect is good; a portal allows 60 more. @default 300 */
  readonly tokenTtl?: number | undefined;
}

export interface MockHandlers {
  /** For `setupServer(...handlers)` and `setupWorker(...handlers)`. */
  readonly handlers: HttpHandler[];
  /** The only clients there are; what a client leaves out is made up. */
  setClients(clients: readonly object[]): void;
  /** Whether there was a client of this id to be removed. */
  removeClient(id: string): boolean;
  /** Back to how it started. */
  reset(): void;
}

/** A handler for each operation of the contract: the id that is asked for, roles by API key, pages, real tokens. */
export function mockHandlers(options: MockHandlersOptions): MockHandlers {
  const { dialect = 'guide', clients: more = 0, seed = 1 } = options;
  const baseUrl = options.baseUrl.replace(/\/+$/u, '');
  const store = createStore({
    document: options.document as JsonObject,
    dialect,
    issuer: () => baseUrl,
    tokenTtlSeconds: options.tokenTtl,
  });
  const start: ClientData = { kind: 'examples', more, seed };
  store.setClients(start);

  const templates = (path: string): number => path.split('{').length;
  const handlers = [...store.contract.operations.values()]
    // MSW takes the first that matches: what is spelled out comes before what has a parameter.
    .toSorted((one, other) => templates(one.path) - templates(other.path))
    .map(({ id, path }) =>
      http.get(`${baseUrl}${path.replaceAll(/\{(\w+)\}/gu, ':$1')}`, async ({ request, params }) => {
        const { pathname, searchParams } = new URL(request.url);
        const answer = await store.answer(id, {
          path: pathname,
          params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])),
          query: searchParams,
          headers: Object.fromEntries(request.headers),
        });
        return toResponse(answer);
      }),
    );
  // As a server does; otherwise the request would go out to the real address.
  const elsewhere = http.all(`${baseUrl}/*`, () =>
    HttpResponse.json({ title: 'Not Found', status: 404 }, { status: 404 }),
  );
  return {
    handlers: [...handlers, elsewhere],
    setClients: (clients) => store.setClients({ kind: 'list', clients: clients as readonly JsonObject[] }),
    removeClient: (id) => store.removeClient(id),
    reset: () => {
      store.setClients(start);
      store.clearCounts();
    },
  };
}

function toResponse({ status, headers, body }: Answer): Response {
  const init = {
    status,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
  };
  if (body === undefined) return new HttpResponse(null, init);
  const text =
    typeof body === 'string' && !/\bjson\b/u.test(`${headers['content-type']}`) ? body : JSON.stringify(body);
  return new HttpResponse(text, init);
}

import type { DocSpaceClient, DocSpaceErrorCode } from '@docspace-oauth/api';
import { createDocSpaceClient } from '@docspace-oauth/api';
import type { DeclaredResponse } from './declared-response.ts';
import { targetOf } from './request.ts';

type Item = { client_id?: string; id?: string };

/** The clients in a body: in an envelope, in a page, in a list or alone. */
export function itemsOf(body: unknown): Item[] {
  const inner = (body as { response?: unknown }).response ?? body;
  if (Array.isArray(inner)) return inner as Item[];
  return (inner as { data?: Item[] }).data ?? [inner as Item];
}

/** A typed client whose requests for the case have these headers too. */
function clientFor(one: DeclaredResponse, url: string, extra: Record<string, string>): DocSpaceClient {
  const { pathname } = new URL(targetOf(one.request), url);
  return createDocSpaceClient({
    baseUrl: url,
    apiKey: 'contract-test-key',
    // `auto` asks the token endpoint and nothing else: an example of a token is of no use for more.
    dialect: one.operationId === 'generateJwtToken' && one.status === 200 ? 'auto' : one.dialect,
    retry: { attempts: 1, maxServerDelayMs: 0 },
    fetch: (input, init) => {
      const headers = new Headers(init?.headers);
      if (new URL(input).pathname === pathname) {
        for (const [name, value] of Object.entries(extra)) headers.set(name, value);
      }
      return fetch(input, { ...init, headers });
    },
  });
}

/** Calls the method of the case's operation, as a user would. */
export async function callClient(
  one: DeclaredResponse,
  url: string,
  headers: Record<string, string>,
): Promise<unknown> {
  const docspace = clientFor(one, url, headers);
  const { id = '' } = one.request.params.path;
  switch (one.operationId) {
    case 'getClients':
      return docspace.getClients();
    case 'getClient':
      return docspace.getClient(id);
    case 'getClientInfo':
      return docspace.getClientInfo(id);
    case 'getPublicClientInfo':
      return docspace.getPublicClientInfo(id);
    case 'getClientsInfo':
      return docspace.getClientsInfo(idsOf(one));
    case 'generateJwtToken':
      return one.status === 200 ? docspace.dialect() : docspace.getClients();
    default:
      throw new Error(`The client has no method for ${one.operationId}.`);
  }
}

/** The ids of the example, and four that no client has: so many that a portal is asked for a page. */
function idsOf(one: DeclaredResponse): string[] {
  const unknown = [1, 2, 3, 4].map((number) => `00000000-0000-4000-8000-00000000000${number}`);
  const known =
    one.status === 200 ? itemsOf(one.value).map(({ client_id, id }) => client_id ?? id ?? '') : [];
  return [...known, ...unknown];
}

/** What the call has to resolve to, from the example alone. */
export function expectedResult(one: DeclaredResponse): unknown {
  const items = itemsOf(one.value).map((item) => ({ ...item, client_id: item.client_id ?? item.id }));
  switch (one.operationId) {
    case 'getClients': {
      const { last_client_id = null, last_created_on = null } = one.value as Record<string, string | null>;
      const next =
        last_client_id === null && last_created_on === null ? null : { last_client_id, last_created_on };
      return { clients: items, next };
    }
    case 'getPublicClientInfo': {
      const hidden = new Set(['id', 'created_by', 'modified_by', 'public']);
      return Object.fromEntries(Object.entries(items[0] ?? {}).filter(([field]) => !hidden.has(field)));
    }
    default:
      return items[0];
  }
}

/** The code of the client's error for a declared response. */
export function codeOf({ operationId, status, mediaType }: DeclaredResponse): DocSpaceErrorCode {
  if (operationId === 'generateJwtToken') {
    // The portal itself is not there: unpaid, being restored, suspended.
    if (status >= 402 && status <= 404 && mediaType === 'application/problem+json')
      return 'portal_unavailable';
    // An old portal has no such endpoint. It must not look as if a client did not exist.
    if (status === 404) return 'bad_request';
  }
  const codes: Record<number, DocSpaceErrorCode> = {
    401: 'unauthorized',
    403: 'forbidden',
    404: 'not_found',
    429: 'rate_limited',
  };
  return codes[status] ?? (status < 500 ? 'bad_request' : 'server_error');
}

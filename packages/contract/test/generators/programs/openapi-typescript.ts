import createClient from 'openapi-fetch';
import type { Expect, GuideCalls, HasNulls, PageQuery, PortalCalls, Server } from '../calls.ts';
import type { paths as GuidePaths } from '../guide/types.ts';
import type { paths as PortalPaths } from '../portal/types.ts';

async function body<T>(answer: Promise<{ data?: T; response: Response }>): Promise<T> {
  const { data, response } = await answer;
  if (data === undefined) throw new Error(`${response.url} answered ${response.status}`);
  return data;
}

export const guide = async ({ url, apiKey }: Server) => {
  const client = createClient<GuidePaths>({ baseUrl: url, headers: { authorization: `Bearer ${apiKey}` } });
  const of = (id: string) => ({ params: { path: { id } } });
  return {
    getClients: () => body(client.GET('/api/2.0/clients')),
    getClient: (id: string) => body(client.GET('/api/2.0/clients/{id}', of(id))),
    getClientInfo: (id: string) => body(client.GET('/api/2.0/clients/{id}/info', of(id))),
    getPublicClientInfo: (id: string) => body(client.GET('/api/2.0/clients/public/{id}/info', of(id))),
    getClientsInfo: (ids: string[]) =>
      body(client.GET('/api/2.0/clients/info', { params: { query: { ids } } })),
  } satisfies GuideCalls;
};
export type GuideHasNulls = Expect<HasNulls<Awaited<ReturnType<typeof guide>>>>;

export const portal = async ({ url, apiKey }: Server) => {
  const exchange = createClient<PortalPaths>({
    baseUrl: url,
    headers: { authorization: `Bearer ${apiKey}` },
  });
  const { response: token } = await body(exchange.GET('/api/2.0/security/oauth2/token'));
  const client = createClient<PortalPaths>({
    baseUrl: url,
    headers: { 'x-signature': token satisfies string },
  });
  const of = (id: string) => ({ params: { path: { id } } });
  return {
    getClients: (query: PageQuery) => body(client.GET('/api/2.0/clients', { params: { query } })),
    getClient: (id: string) => body(client.GET('/api/2.0/clients/{id}', of(id))),
    getClientInfo: (id: string) => body(client.GET('/api/2.0/clients/{id}/info', of(id))),
    getPublicClientInfo: (id: string) => body(client.GET('/api/2.0/clients/{id}/public/info', of(id))),
    getClientsInfo: (query: PageQuery) => body(client.GET('/api/2.0/clients/info', { params: { query } })),
  } satisfies PortalCalls;
};
export type PortalHasNulls = Expect<HasNulls<Awaited<ReturnType<typeof portal>>>>;

import type { Expect, GuideCalls, HasNulls, PageQuery, PortalCalls, Server } from '../calls.ts';
import * as guideClient from '../guide/client.ts';
import * as portalClient from '../portal/client.ts';

export const guide = async ({ url, apiKey }: Server) => {
  guideClient.configure({ serverUrl: url, auth: { bearer: apiKey } });
  const of = (id: string) => ({ path: { id } });
  return {
    getClients: () => guideClient.getClients(),
    getClient: (id: string) => guideClient.getClient(of(id)),
    getClientInfo: (id: string) => guideClient.getClientInfo(of(id)),
    getPublicClientInfo: (id: string) => guideClient.getPublicClientInfo(of(id)),
    getClientsInfo: (ids: string[]) => guideClient.getClientsInfo({ query: { ids } }),
  } satisfies GuideCalls;
};
export type GuideHasNulls = Expect<HasNulls<Awaited<ReturnType<typeof guide>>>>;

export const portal = async ({ url, apiKey }: Server) => {
  portalClient.configure({ serverUrl: url, auth: { bearer: apiKey } });
  const { response: token } = await portalClient.generateJwtToken();
  portalClient.configure({ auth: { apiKey: { signature: token satisfies string } } });
  const of = (id: string) => ({ path: { id } });
  return {
    getClients: (query: PageQuery) => portalClient.getClients({ query }),
    getClient: (id: string) => portalClient.getClient(of(id)),
    getClientInfo: (id: string) => portalClient.getClientInfo(of(id)),
    getPublicClientInfo: (id: string) => portalClient.getPublicClientInfo(of(id)),
    getClientsInfo: (query: PageQuery) => portalClient.getClientsInfo({ query }),
  } satisfies PortalCalls;
};
export type PortalHasNulls = Expect<HasNulls<Awaited<ReturnType<typeof portal>>>>;

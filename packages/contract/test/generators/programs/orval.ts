import type { Expect, GuideCalls, HasNulls, PageQuery, PortalCalls, Schemas, Server } from '../calls.ts';
import * as guideClient from '../guide/client.ts';
import * as guideZod from '../guide/zod.ts';
import { setServer } from '../orval-fetch.ts';
import * as portalClient from '../portal/client.ts';
import * as portalZod from '../portal/zod.ts';

type Success<Answer> = Extract<Answer, { status: 200 }>;

async function body<Answer extends { status: number; data: unknown }>(
  answer: Promise<Answer>,
): Promise<Success<Answer>['data']> {
  const { status, data } = await answer;
  if (status !== 200) throw new Error(`answered ${status}`);
  return data;
}

export const guide = async ({ url, apiKey }: Server) => {
  setServer(url, { authorization: `Bearer ${apiKey}` });
  return {
    getClients: () => body(guideClient.getClients()),
    getClient: (id: string) => body(guideClient.getClient(id)),
    getClientInfo: (id: string) => body(guideClient.getClientInfo(id)),
    getPublicClientInfo: (id: string) => body(guideClient.getPublicClientInfo(id)),
    getClientsInfo: (ids: string[]) => body(guideClient.getClientsInfo({ ids })),
  } satisfies GuideCalls;
};
export type GuideHasNulls = Expect<HasNulls<Awaited<ReturnType<typeof guide>>>>;

export const portal = async ({ url, apiKey }: Server) => {
  setServer(url, { authorization: `Bearer ${apiKey}` });
  const { response: token } = await body(portalClient.generateJwtToken());
  setServer(url, { 'x-signature': token satisfies string });
  return {
    getClients: (query: PageQuery) => body(portalClient.getClients(query)),
    getClient: (id: string) => body(portalClient.getClient(id)),
    getClientInfo: (id: string) => body(portalClient.getClientInfo(id)),
    getPublicClientInfo: (id: string) => body(portalClient.getPublicClientInfo(id)),
    getClientsInfo: (query: PageQuery) => body(portalClient.getClientsInfo(query)),
  } satisfies PortalCalls;
};
export type PortalHasNulls = Expect<HasNulls<Awaited<ReturnType<typeof portal>>>>;

export const schemas: { guide: Schemas; portal: Schemas } = {
  guide: {
    getClients: guideZod.GetClientsResponse,
    getClient: guideZod.GetClientResponse,
    getClientInfo: guideZod.GetClientInfoResponse,
    getPublicClientInfo: guideZod.GetPublicClientInfoResponse,
    getClientsInfo: guideZod.GetClientsInfoResponse,
  },
  portal: {
    generateJwtToken: portalZod.GenerateJwtTokenResponse,
    getClients: portalZod.GetClientsResponse,
    getClient: portalZod.GetClientResponse,
    getClientInfo: portalZod.GetClientInfoResponse,
    getPublicClientInfo: portalZod.GetPublicClientInfoResponse,
    getClientsInfo: portalZod.GetClientsInfoResponse,
  },
};

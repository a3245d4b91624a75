import type { Expect, GuideCalls, HasNulls, PageQuery, PortalCalls, Schemas, Server } from '../calls.ts';
import { createClient as createGuideClient } from '../guide/client/index.ts';
import * as guideSdk from '../guide/sdk.gen.ts';
import * as guideZod from '../guide/zod.gen.ts';
import { createClient as createPortalClient } from '../portal/client/index.ts';
import * as portalSdk from '../portal/sdk.gen.ts';
import * as portalZod from '../portal/zod.gen.ts';

async function body<T>(answer: Promise<{ data: T }>): Promise<T> {
  return (await answer).data;
}

export const guide = async ({ url, apiKey }: Server) => {
  const client = createGuideClient({ baseUrl: url, auth: apiKey });
  const options = { client, throwOnError: true } as const;
  const of = (id: string) => ({ ...options, path: { id } });
  return {
    getClients: () => body(guideSdk.getClients(options)),
    getClient: (id: string) => body(guideSdk.getClient(of(id))),
    getClientInfo: (id: string) => body(guideSdk.getClientInfo(of(id))),
    getPublicClientInfo: (id: string) => body(guideSdk.getPublicClientInfo(of(id))),
    getClientsInfo: (ids: string[]) => body(guideSdk.getClientsInfo({ ...options, query: { ids } })),
  } satisfies GuideCalls;
};
export type GuideHasNulls = Expect<HasNulls<Awaited<ReturnType<typeof guide>>>>;

export const portal = async ({ url, apiKey }: Server) => {
  const exchange = createPortalClient({ baseUrl: url, auth: apiKey });
  const { response: token } = await body(
    portalSdk.generateJwtToken({ client: exchange, throwOnError: true }),
  );
  const client = createPortalClient({ baseUrl: url, auth: token satisfies string });
  const options = { client, throwOnError: true } as const;
  const of = (id: string) => ({ ...options, path: { id } });
  return {
    getClients: (query: PageQuery) => body(portalSdk.getClients({ ...options, query })),
    getClient: (id: string) => body(portalSdk.getClient(of(id))),
    getClientInfo: (id: string) => body(portalSdk.getClientInfo(of(id))),
    getPublicClientInfo: (id: string) => body(portalSdk.getPublicClientInfo(of(id))),
    getClientsInfo: (query: PageQuery) => body(portalSdk.getClientsInfo({ ...options, query })),
  } satisfies PortalCalls;
};
export type PortalHasNulls = Expect<HasNulls<Awaited<ReturnType<typeof portal>>>>;

export const schemas: { guide: Schemas; portal: Schemas } = {
  guide: {
    getClients: guideZod.zGetClientsResponse,
    getClient: guideZod.zGetClientResponse,
    getClientInfo: guideZod.zGetClientInfoResponse,
    getPublicClientInfo: guideZod.zGetPublicClientInfoResponse,
    getClientsInfo: guideZod.zGetClientsInfoResponse,
  },
  portal: {
    generateJwtToken: portalZod.zGenerateJwtTokenResponse,
    getClients: portalZod.zGetClientsResponse,
    getClient: portalZod.zGetClientResponse,
    getClientInfo: portalZod.zGetClientInfoResponse,
    getPublicClientInfo: portalZod.zGetPublicClientInfoResponse,
    getClientsInfo: portalZod.zGetClientsInfoResponse,
  },
};

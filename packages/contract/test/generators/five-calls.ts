import { expect } from 'vitest';
import type { Body, Client, GuideCalls, Page, PortalCalls } from './calls.ts';

/** The bodies that were received, by operationId. */
export type Bodies = Record<string, unknown[]>;

/** Makes the guide's five calls; the client that is read has a null in each field that the test looks at. */
export async function callGuide(calls: GuideCalls): Promise<Bodies> {
  const list = await calls.getClients();
  const [first] = content(list);
  const nulls = clientOfNulls(content(list));
  const one = await calls.getClient(nulls.client_id);
  const info = await calls.getClientInfo(nulls.client_id);
  const shown = await calls.getPublicClientInfo(nulls.client_id);
  for (const body of [one, info, shown]) expect(content(body)).toMatchObject(nulls);
  const ids = [nulls.client_id, first?.client_id ?? ''];
  const several = await calls.getClientsInfo(ids);
  expect(new Set(idsOf(content(several)))).toEqual(new Set(ids));
  return {
    getClients: [list],
    getClient: [one],
    getClientInfo: [info],
    getPublicClientInfo: [shown],
    getClientsInfo: [several],
  };
}

/** Makes the five calls to a portal, both lists page by page; the client that is read has nulls and is not on page one. */
export async function callPortal(calls: PortalCalls): Promise<Bodies> {
  const whole = await calls.getClients({ limit: 50 });
  const pages = await allPages((query) => calls.getClients(query));
  const infos = await allPages((query) => calls.getClientsInfo(query));
  for (const list of [pages, infos]) {
    expect(list.length).toBeGreaterThan(1);
    expect(idsOf(list.flatMap(({ data }) => data))).toEqual(idsOf(whole.data));
  }
  const nulls = clientOfNulls(pages.slice(1).flatMap(({ data }) => data));
  expect(infos.flatMap(({ data }) => data)).toContainEqual(expect.objectContaining(nulls));
  const one = await calls.getClient(nulls.client_id);
  const info = await calls.getClientInfo(nulls.client_id);
  const shown = await calls.getPublicClientInfo(nulls.client_id);
  for (const body of [one, info, shown]) expect(body).toMatchObject(nulls);
  return {
    getClients: [whole, ...pages],
    getClient: [one],
    getClientInfo: [info],
    getPublicClientInfo: [shown],
    getClientsInfo: infos,
  };
}

type Query = Parameters<PortalCalls['getClients']>[0];

async function allPages(call: (query: Query) => Promise<Page>): Promise<Page[]> {
  const pages: Page[] = [];
  for (let query: Query | undefined = { limit: 3 }; query; query = next(pages.at(-1))) {
    pages.push(await call(query));
  }
  return pages;
}

function next(page: Page | undefined): Query | undefined {
  if (page?.last_client_id == null || page.last_created_on === null) return undefined;
  return { limit: 3, last_client_id: page.last_client_id, last_created_on: page.last_created_on };
}

const content = <T extends object>(body: Body<T>): T => ('response' in body ? body.response : body);

const idsOf = (clients: Client[]): string[] => clients.map(({ client_id }) => client_id);

function clientOfNulls(clients: Client[]): Client {
  const client = clients.find(({ description, logo }) => description === null && logo === null);
  if (!client) throw new Error('No client has nulls, so the test would not check them.');
  const { client_id, description, logo } = client;
  return { client_id, description, logo };
}

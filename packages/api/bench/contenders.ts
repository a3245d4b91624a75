import createHttpClient from 'openapi-fetch';
import type { GuidePaths } from '@docspace-oauth/api';
import { generatedFolder } from './paths.ts';

/** One way to call the API: from its parameters to parsed data, the status checked. */
export interface Contender {
  getClients(): Promise<unknown>;
  getClient(id: string): Promise<unknown>;
}

/** Never sent anywhere but to the loopback server. */
export const apiKey = 'sk-0123456789abcdef';

const headers = { Authorization: `Bearer ${apiKey}`, Accept: 'application/json' };

/** The two calls by way of a GET of a URL. */
function byGet(baseUrl: string, get: (url: string) => Promise<unknown>): Contender {
  const list = `${baseUrl}/api/2.0/clients`;
  return { getClients: () => get(list), getClient: (id) => get(`${list}/${id}`) };
}

/** What the guide's own programs make of an answer, without what they print. */
async function read(response: Response): Promise<unknown> {
  if (!response.ok) return null;
  const json = (await response.json()) as { response?: unknown };
  return json.response || json;
}

function plainFetch(baseUrl: string): Contender {
  return byGet(baseUrl, async (url) => read(await fetch(url, { method: 'GET', headers })));
}

/** What any deadline costs: a signal, and a timer that would abort it. */
function plainFetchWithDeadline(baseUrl: string): Contender {
  return byGet(baseUrl, async (url) => {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), 10_000);
    const json = await read(await fetch(url, { method: 'GET', headers, signal: controller.signal }));
    clearTimeout(timer);
    return json;
  });
}

function openapiFetch(baseUrl: string): Contender {
  const http = createHttpClient<GuidePaths>({ baseUrl, headers: { Authorization: `Bearer ${apiKey}` } });
  return {
    getClients: async () => (await http.GET('/api/2.0/clients')).data,
    getClient: async (id) => (await http.GET('/api/2.0/clients/{id}', { params: { path: { id } } })).data,
  };
}

async function ours(baseUrl: string): Promise<Contender> {
  const { createDocSpaceClient } = await import('@docspace-oauth/api');
  return createDocSpaceClient({ baseUrl, apiKey });
}

interface GeneratedClient {
  client: { setConfig(config: object): void };
  getClients(): Promise<{ data?: unknown }>;
  getClient(options: { path: { id: string } }): Promise<{ data?: unknown }>;
}

async function generated(transport: 'fetch' | 'axios', baseUrl: string): Promise<Contender> {
  const { href } = new URL(`${transport}.js`, generatedFolder);
  const sdk = (await import(href)) as GeneratedClient;
  sdk.client.setConfig({ [transport === 'fetch' ? 'baseUrl' : 'baseURL']: baseUrl, auth: () => apiKey });
  return {
    getClients: async () => (await sdk.getClients()).data,
    getClient: async (id) => (await sdk.getClient({ path: { id } })).data,
  };
}

export type ContenderName =
  | 'plain fetch'
  | 'plain fetch again'
  | 'plain fetch, deadline'
  | 'docspace-oauth'
  | 'openapi-fetch'
  | 'hey-api fetch'
  | 'hey-api axios';

const factories: Record<ContenderName, (baseUrl: string) => Contender | Promise<Contender>> = {
  'plain fetch': plainFetch,
  'plain fetch again': plainFetch,
  'plain fetch, deadline': plainFetchWithDeadline,
  'docspace-oauth': ours,
  'openapi-fetch': openapiFetch,
  'hey-api fetch': (baseUrl: string) => generated('fetch', baseUrl),
  'hey-api axios': (baseUrl: string) => generated('axios', baseUrl),
};

export const contenderNames = Object.keys(factories) as ContenderName[];

export async function createContender(name: ContenderName, baseUrl: string): Promise<Contender> {
  return factories[name](baseUrl);
}

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

/** As the guide's own programs do it, without what they print. */
function plainFetch(baseUrl: string): Contender {
  const headers = { Authorization: `Bearer ${apiKey}`, Accept: 'application/json' };
  const get = async (path: string): Promise<unknown> => {
    const response = await fetch(`${baseUrl}${path}`, { method: 'GET', headers });
    if (!response.ok) return null;
    const json = (await response.json()) as { response?: unknown };
    return json.response || json;
  };
  return { getClients: () => get('/api/2.0/clients'), getClient: (id) => get(`/api/2.0/clients/${id}`) };
}

/** What any deadline costs: a signal, and a timer that would abort it. */
function plainFetchWithDeadline(baseUrl: string): Contender {
  const headers = { Authorization: `Bearer ${apiKey}`, Accept: 'application/json' };
  const get = async (path: string): Promise<unknown> => {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), 10_000);
    const response = await fetch(`${baseUrl}${path}`, { method: 'GET', headers, signal: controller.signal });
    const json = response.ok ? ((await response.json()) as { response?: unknown }) : {};
    clearTimeout(timer);
    return json.response || json;
  };
  return { getClients: () => get('/api/2.0/clients'), getClient: (id) => get(`/api/2.0/clients/${id}`) };
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

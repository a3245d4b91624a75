import { startMock, type Mock, type MockOptions } from '../src/index.ts';

/** A mock that ends with the test. */
export async function started(options: MockOptions = {}): Promise<Mock & AsyncDisposable> {
  const mock = await startMock(options);
  return Object.defineProperty(mock as Mock & AsyncDisposable, Symbol.asyncDispose, {
    value: async () => mock.close(),
  });
}

export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined if it is no JSON. */
  readonly json: unknown;
}

export async function get(mock: Mock, path: string, headers: Record<string, string> = {}): Promise<Received> {
  const response = await fetch(mock.url + path, { headers });
  const text = await response.text();
  const isJson = text !== '' && response.headers.get('content-type')?.includes('json');
  const json: unknown = isJson ? JSON.parse(text) : undefined;
  return { status: response.status, headers: response.headers, text, json };
}

/** Asks with an API key. */
export async function ask(mock: Mock, path: string, key = 'admin-1'): Promise<Received> {
  return get(mock, path, { authorization: `Bearer ${key}` });
}

/** A portal's token for an API key. */
export async function tokenOf(mock: Mock, key = 'admin-1'): Promise<string> {
  const { json, status } = await ask(mock, '/api/2.0/security/oauth2/token', key);
  if (status !== 200) throw new Error(`No token for ${key}: ${status}`);
  return (json as { response: string }).response;
}

export async function control(mock: Mock, method: string, path: string, body?: unknown): Promise<Received> {
  const response = await fetch(`${mock.url}/__mock${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: JSON.parse(text) };
}

export type Client = Record<string, unknown> & { client_id: string; name: string; created_on: string };
export interface Page {
  data: Client[];
  limit: number;
  last_client_id: string | null;
  last_created_on: string | null;
}

export const CLIENTS = '/api/2.0/clients';
export const ZERO_ID = '00000000-0000-0000-0000-000000000000';

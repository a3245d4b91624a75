import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Client as OpenapiFetchClient } from 'openapi-fetch';
import { describe, expectTypeOf, test } from 'vitest';
import { createHttp } from './http.ts';
import type {
  Client,
  ClientInfo,
  ClientPage,
  ClientsInfo,
  Cursor,
  Dialect,
  DocSpaceClient,
  DocSpaceErrorCode,
  FetchLike,
  GuidePaths,
  PortalPaths,
  PublicClientInfo,
} from './index.ts';
import { createDocSpaceClient, isDocSpaceError } from './index.ts';
import { nodeFetch } from './node.ts';

declare const docspace: DocSpaceClient;
const http = createHttp(docspace);

describe('results hold for both dialects', () => {
  test('a field is required if both dialects require it, otherwise optional', () => {
    expectTypeOf<Client['client_id']>().toEqualTypeOf<string>();
    expectTypeOf<Client['enabled']>().toEqualTypeOf<boolean>();
    expectTypeOf<Client['description']>().toEqualTypeOf<string | null>();
    expectTypeOf<Client['client_secret']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<ClientInfo['client_secret']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<ClientInfo['redirect_uris']>().toEqualTypeOf<string[] | undefined>();
    expectTypeOf<ClientInfo['scopes']>().toEqualTypeOf<string[]>();
  });

  test('public information has no confidential field', () => {
    expectTypeOf<PublicClientInfo>().not.toHaveProperty('client_secret');
    expectTypeOf<PublicClientInfo>().not.toHaveProperty('redirect_uris');
    expectTypeOf<PublicClientInfo>().not.toHaveProperty('created_by');
    expectTypeOf<PublicClientInfo>().toHaveProperty('scopes');
  });

  test('methods', () => {
    expectTypeOf(docspace.getClients).returns.resolves.toEqualTypeOf<ClientPage>();
    expectTypeOf(docspace.getClient).returns.resolves.toEqualTypeOf<Client>();
    expectTypeOf(docspace.getClientsInfo).returns.resolves.toEqualTypeOf<ClientsInfo>();
    expectTypeOf(docspace.getClientsInfo).parameter(0).toEqualTypeOf<readonly string[]>();
    expectTypeOf(docspace.dialect).returns.resolves.toEqualTypeOf<'guide' | 'portal'>();
    expectTypeOf<ClientPage['next']>().toEqualTypeOf<Cursor | null>();
    expectTypeOf(docspace.iterateClients()).toExtend<AsyncIterable<Client>>();
  });
});

describe('errors', () => {
  test('a switch over the code can be exhaustive', () => {
    const tell = (code: DocSpaceErrorCode): string => {
      switch (code) {
        case 'invalid_input':
        case 'unauthorized':
        case 'forbidden':
        case 'not_found':
        case 'rate_limited':
        case 'portal_unavailable':
        case 'bad_request':
        case 'server_error':
        case 'unexpected_response':
        case 'network':
        case 'timeout':
        case 'aborted':
          return code;
      }
    };
    expectTypeOf(tell).returns.toEqualTypeOf<string>();
  });

  test('the guard narrows', () => {
    const error: unknown = undefined;
    if (isDocSpaceError(error)) expectTypeOf(error.code).toEqualTypeOf<DocSpaceErrorCode>();
  });
});

describe('options and misuse', () => {
  test('undefined is accepted wherever an option may be left out', () => {
    const apiKey: string | undefined = process.env['DOCSPACE_API_KEY'];
    createDocSpaceClient({ baseUrl: '', apiKey, dialect: undefined, retry: { attempts: undefined } });
    createDocSpaceClient({ baseUrl: '', hooks: { onRetry: undefined }, fetch: undefined });
    void docspace.getClients({ limit: undefined, cursor: undefined, signal: undefined });
    void docspace.getClient('a', { signal: undefined });
    docspace.iterateClients({ pageSize: undefined, maxItems: undefined, signal: undefined });
  });

  test('a fetch may be the platform’s, nodeFetch, a double, or a function that calls one of them', () => {
    expectTypeOf(globalThis.fetch).toExtend<FetchLike>();
    expectTypeOf(nodeFetch()).toExtend<FetchLike>();
    expectTypeOf(async () => ({ status: 200, json: async () => [] })).toExtend<FetchLike>();
    expectTypeOf(async () => new Response()).toExtend<FetchLike>();
    createDocSpaceClient({ baseUrl: '', fetch: (url, init) => fetch(url, { ...init, keepalive: true }) });
    createDocSpaceClient({ baseUrl: '', fetch: nodeFetch({ agent: undefined }) });
    nodeFetch({ agent: new HttpAgent() });
    nodeFetch({ agent: new HttpsAgent() });
    // @ts-expect-error -- no status
    createDocSpaceClient({ baseUrl: '', fetch: async () => ({ json: async () => [] }) });
    // @ts-expect-error -- nothing but GET
    void nodeFetch()('', { method: 'POST' });
  });

  test('a DocSpace client knows its dialect as far as it was given', () => {
    const dialect = 'auto' as Dialect | 'auto';
    expectTypeOf(createDocSpaceClient({ baseUrl: '', dialect: 'portal' })).toEqualTypeOf<
      DocSpaceClient<'portal'>
    >();
    expectTypeOf(createDocSpaceClient({ baseUrl: '', dialect: 'guide' })).toEqualTypeOf<
      DocSpaceClient<'guide'>
    >();
    expectTypeOf(createDocSpaceClient({ baseUrl: '' })).toEqualTypeOf<DocSpaceClient>();
    expectTypeOf(createDocSpaceClient({ baseUrl: '', dialect })).toEqualTypeOf<DocSpaceClient>();
    expectTypeOf(createDocSpaceClient({ baseUrl: '', dialect: 'portal' })).toExtend<DocSpaceClient>();
  });

  test('createHttp is typed by the dialect: the portal’s paths if that is certain, otherwise the guide’s', () => {
    expectTypeOf(createHttp(createDocSpaceClient({ baseUrl: '', dialect: 'portal' }))).toEqualTypeOf<
      OpenapiFetchClient<PortalPaths>
    >();
    expectTypeOf(createHttp(createDocSpaceClient({ baseUrl: '', dialect: 'guide' }))).toEqualTypeOf<
      OpenapiFetchClient<GuidePaths>
    >();
    expectTypeOf(createHttp(docspace)).toEqualTypeOf<OpenapiFetchClient<GuidePaths>>();
  });

  test('wrong calls do not compile', () => {
    // @ts-expect-error -- baseUrl is required
    createDocSpaceClient({});
    // @ts-expect-error -- no such dialect
    createDocSpaceClient({ baseUrl: '', dialect: 'live' });
    // @ts-expect-error -- an option that does not exist
    createDocSpaceClient({ baseUrl: '', key: 'x' });
    // @ts-expect-error -- an id is a string
    void docspace.getClient(7);
    // @ts-expect-error -- ids are an array
    void docspace.getClientsInfo('a');
    // @ts-expect-error -- no such path in the guide's contract
    void http.GET('/api/2.0/users');
    // @ts-expect-error -- ids is required
    void http.GET('/api/2.0/clients/info');
  });
});

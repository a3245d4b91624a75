import { get as getHttp, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { json, startServer, text } from '@docspace-oauth/testing/server';
import { createDocSpaceClient } from './client.ts';
import type { FetchLike, FetchLikeInit, FetchLikeResponse } from './transport/fetch.ts';

const list = [{ client_id: 'a', name: 'größer' }];

/** A DocSpace client whose fetch resolves to this. */
function clientOf(response: unknown, maxBodyBytes?: number): ReturnType<typeof createDocSpaceClient> {
  const fetch = async (): Promise<FetchLikeResponse> => response as FetchLikeResponse;
  return createDocSpaceClient({
    baseUrl: 'https://portal.example.com',
    dialect: 'guide',
    maxBodyBytes,
    fetch,
  });
}

/** A fetch like node-fetch: the body is a Node stream. */
const streaming: FetchLike = (url, { headers, signal }) =>
  new Promise((resolve, reject) => {
    const request = getHttp(url, { headers, signal }, (message: IncomingMessage) =>
      resolve({
        status: message.statusCode ?? 0,
        headers: new Map(Object.entries(message.headers)) as never,
        body: message,
      }),
    );
    request.on('error', reject);
  });

describe('a fetch whose body is a Node stream', () => {
  test('works', async () => {
    const server = await startServer(() => json(200, list));
    const docspace = createDocSpaceClient({ baseUrl: server.url, dialect: 'guide', fetch: streaming });
    expect((await docspace.getClients()).clients).toEqual(list);
  });

  test('is cut off at maxBodyBytes', async () => {
    let closed = false;
    const server = await startServer(() => (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('x'.repeat(5000));
      response.on('close', () => (closed = true));
    });
    const options = { baseUrl: server.url, dialect: 'guide', fetch: streaming, maxBodyBytes: 1000 } as const;
    await expect(createDocSpaceClient(options).getClients()).rejects.toMatchObject({
      code: 'unexpected_response',
    });
    await expect.poll(() => closed).toBe(true);
  });

  test('of texts works too', async () => {
    const body = Readable.from([JSON.stringify(list).slice(0, 9), JSON.stringify(list).slice(9)]);
    expect((await clientOf({ status: 200, body }).getClients()).clients).toEqual(list);
  });
});

const body = JSON.stringify(list);
const jsonType = 'application/json; charset=utf-8';
describe('a test double works', () => {
  test.each<[string, object]>([
    ['with text() alone', { status: 200, text: async () => body }],
    ['with json() alone', { status: 200, ok: true, json: async () => list }],
    ['with a body that is null and text()', { status: 200, body: null, text: async () => body }],
    [
      'whose text() needs its object',
      {
        status: 200,
        body,
        text(this: { body: string }) {
          return this.body;
        },
      },
    ],
    [
      'with headers that are a Map',
      { status: 200, headers: new Map([['Content-Type', jsonType]]), text: async () => body },
    ],
    [
      'with headers that are a plain object',
      { status: 200, headers: { 'Content-Type': jsonType }, text: async () => body },
    ],
    [
      'with headers that have get alone',
      { status: 200, headers: { get: () => jsonType }, text: async () => body },
    ],
    [
      'with headers that know no name',
      { status: 200, headers: { get: () => undefined }, text: async () => body },
    ],
    ['that is a Response', new Response(body, { headers: { 'content-type': jsonType } })],
  ])('%s', async (_, response) => {
    expect((await clientOf(response).getClients()).clients).toEqual(list);
  });

  test('and its headers and its size count', async () => {
    const html = { status: 200, headers: { 'Content-Type': 'text/html' }, text: async () => body };
    await expect(clientOf(html).getClients()).rejects.toThrow('as text/html');
    await expect(clientOf({ status: 200, text: async () => body }, 10).getClients()).rejects.toThrow(
      '10 bytes',
    );
    await expect(clientOf({ status: 204, body: null }).getClients()).rejects.toThrow('without a body');
  });
});

describe('what cannot be used is invalid_input that says what is missing', () => {
  test.each([
    [undefined, 'resolved to undefined'],
    [null, 'resolved to null'],
    ['[]', 'resolved to string'],
    [{}, 'no HTTP status'],
    [{ ok: true, json: async () => list }, 'no HTTP status'],
    [{ status: '200', json: async () => list }, 'no HTTP status'],
    [{ status: 0, type: 'error', body: null }, 'no HTTP status'],
    [{ status: 200 }, 'no text() and no json()'],
    [{ status: 200, body: '[]' }, 'no text() and no json()'],
    [{ status: 200, body: {}, text: '[]' }, 'no text() and no json()'],
    [{ status: 200, headers: 'none', text: async () => body }, 'headers that are not an object'],
  ])('%o: %s', async (response, missing) => {
    await expect(clientOf(response).getClients()).rejects.toMatchObject({
      code: 'invalid_input',
      attempts: 1,
      message: expect.stringContaining(missing) as string,
    });
  });
});

test('without any fetch, that is what is missing', async () => {
  const { fetch } = globalThis;
  try {
    Reflect.deleteProperty(globalThis, 'fetch');
    const docspace = createDocSpaceClient({ baseUrl: 'https://portal.example.com', dialect: 'guide' });
    await expect(docspace.getClients()).rejects.toMatchObject({
      code: 'invalid_input',
      message: 'There is no fetch here.',
      hint: expect.stringContaining('option fetch') as string,
    });
  } finally {
    globalThis.fetch = fetch;
  }
});

test('what a framework throws to direct its rendering ends the call, and can be recognized by its digest', async () => {
  let calls = 0;
  const thrown = Object.assign(new Error('Dynamic server usage'), { digest: 'DYNAMIC_SERVER_USAGE' });
  const fetch: FetchLike = () => {
    calls++;
    return Promise.reject(thrown);
  };
  const docspace = createDocSpaceClient({ baseUrl: 'https://portal.example.com', apiKey: 'sk-1', fetch });
  // Of the token exchange, which both wait for.
  for (const call of [docspace.getClients(), docspace.getClient('a')]) {
    await expect(call).rejects.toMatchObject({
      name: 'DocSpaceError',
      code: 'aborted',
      digest: 'DYNAMIC_SERVER_USAGE',
      message: 'The framework ended the call: Dynamic server usage',
    });
  }
  expect(calls).toBe(1);
});

describe('every request', () => {
  test('goes past caches, follows no redirect, and has no cookies, where the platform knows the option', async () => {
    const server = await startServer(() => text(404, ''));
    const seen: Partial<FetchLikeInit>[] = [];
    const spy: FetchLike = (url, init) => {
      seen.push(init);
      return fetch(url, init);
    };
    const docspace = createDocSpaceClient({ baseUrl: server.url, apiKey: 'sk-1', fetch: spy });
    await docspace.getClients().catch(() => {});
    // The token endpoint and the list.
    expect(seen).toHaveLength(2);
    for (const init of seen) {
      expect(init).toMatchObject({ cache: 'no-store', credentials: 'omit', redirect: 'manual' });
    }
  });

  test('has no option that the platform does not know, as a worker may not', async () => {
    const { Request } = globalThis;
    const names = ['cache', 'credentials'] as const;
    const kept = names.map(
      (name) => [name, Object.getOwnPropertyDescriptor(Request.prototype, name) as object] as const,
    );
    const seen: object[] = [];
    const docspace = createDocSpaceClient({
      baseUrl: 'https://portal.example.com',
      dialect: 'guide',
      fetch: async (_, init) => (seen.push(init), { status: 200, text: async () => '[]' }),
    });
    try {
      for (const name of names) Reflect.deleteProperty(Request.prototype, name);
      await docspace.getClients();
      Reflect.deleteProperty(globalThis, 'Request');
      await docspace.getClients();
    } finally {
      globalThis.Request = Request;
      for (const [name, descriptor] of kept) Object.defineProperty(Request.prototype, name, descriptor);
    }
    for (const init of seen) expect(Object.keys(init).toSorted()).toEqual(['headers', 'redirect', 'signal']);
    expect(seen).toHaveLength(2);
  });
});

describe('whatever a fetch throws, the error is a DocSpaceError', () => {
  const own = (thrown: unknown): Error => Object.assign(new Error('outer'), { cause: thrown });
  const cyclic = new Error('a');
  cyclic.cause = Object.assign(new Error('b'), { cause: cyclic });
  const hostile = {
    get cause(): never {
      throw new Error('a getter');
    },
    get message(): never {
      throw new Error('a getter');
    },
  };
  const endless = (): object => ({
    name: 'Error',
    message: 'endless',
    get cause() {
      return endless();
    },
  });

  test.each<[string, unknown, string]>([
    ['undefined', undefined, 'fetch failed'],
    ['null', null, 'fetch failed'],
    ['a text', 'no luck', 'no luck'],
    ['a symbol', Symbol('x'), 'fetch failed'],
    ['causes in a circle', cyclic, 'b'],
    ['causes in a circle further down', own(cyclic), 'b'],
    ['getters that throw', hostile, 'fetch failed'],
    ['causes without end', endless(), 'endless'],
    [
      'an error of another realm',
      { name: 'TypeError', message: 'x', cause: { name: 'Error', message: 'inner', code: 'E1' } },
      'inner',
    ],
    ['a cause that is a text', own('why'), 'outer'],
    [
      'an error with a code alone',
      own(Object.assign(new Error(''), { code: 'ECONNREFUSED' })),
      'ECONNREFUSED',
    ],
  ])('%s', async (_, thrown, message) => {
    const later: FetchLike = () => Promise.reject(thrown);
    const atOnce: FetchLike = () => {
      throw thrown;
    };
    for (const fetch of [later, atOnce]) {
      const docspace = createDocSpaceClient({
        baseUrl: 'https://portal.example.com',
        dialect: 'guide',
        retry: { attempts: 1 },
        fetch,
      });
      await expect(docspace.getClients()).rejects.toMatchObject({
        name: 'DocSpaceError',
        code: 'network',
        cause: { message },
      });
    }
  });
});

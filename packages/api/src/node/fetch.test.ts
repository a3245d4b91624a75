import { Agent, type RequestOptions } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Reply } from '@docspace-oauth/testing/server';
import {
  breakOff,
  inTurn,
  json,
  reset,
  silence,
  stall,
  startServer,
  text,
} from '@docspace-oauth/testing/server';
import { createDocSpaceClient } from '../client.ts';
import { BodyTooLarge } from '../transport/body.ts';
import type { FetchLike } from '../transport/fetch.ts';
import { get } from '../transport/get.ts';
import { nodeFetch } from './fetch.ts';

const fetches: [string, FetchLike][] = [
  ['the platform’s fetch', (url, init) => fetch(url, init)],
  ['nodeFetch', nodeFetch()],
];

/** A GET whose body is read in full, by the transport of the client. */
const read = (
  send: FetchLike,
  url: string,
  signal: AbortSignal = new AbortController().signal,
  most = 1e7,
): ReturnType<typeof get> => get(send, url, {}, signal, most);

/** A server for answers that no HTTP server would give. */
async function startRaw(answer: (socket: Socket, request: number) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let requests = 0;
    socket.on('error', () => {});
    socket.on('data', () => answer(socket, ++requests));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe.each(fetches)('%s', (_, send) => {
  test('gives status, reason, URL, headers and body', async () => {
    const headers = { 'x-one': 'a', 'set-cookie': 'c=1' };
    const server = await startServer(() => (response) => {
      response.writeHead(404, 'Gone Away', headers);
      response.end('größer');
    });
    const reply = await read(send, `${server.url}/a?b=%2B#c`);
    expect(reply).toMatchObject({ status: 404, statusText: 'Gone Away', text: 'größer' });
    expect(reply.url.replace(/#.*/, '')).toBe(`${server.url}/a?b=%2B`);
    expect([reply.headers.get('X-One'), reply.headers.get('x-two')]).toEqual(['a', null]);
    expect(Object.fromEntries(reply.headers.entries())).toMatchObject(headers);
    expect(server.requests[0]?.path).toBe('/a?b=%2B');
    expect(server.requests[0]?.headers).toMatchObject({ 'user-agent': 'node', connection: 'keep-alive' });
  });

  test('joins the values of a header, and keeps those of Set-Cookie apart', async () => {
    const url = await startRaw((socket) =>
      socket.end('HTTP/1.1 200 OK\r\nx-a: 1\r\nx-a: 2\r\nset-cookie: a=1\r\nset-cookie: b=2\r\n\r\n'),
    );
    const { headers } = await read(send, url);
    expect(headers.get('x-a')).toBe('1, 2');
    expect([...headers.entries()].filter(([name]) => name === 'set-cookie')).toEqual([
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ]);
  });

  const body = JSON.stringify({ text: 'größer '.repeat(5000) });
  test.each([
    ['gzip', gzipSync(body)],
    ['x-gzip', gzipSync(body)],
    ['deflate', deflateSync(body)],
    ['DEFLATE', deflateRawSync(body)],
    ['br', brotliCompressSync(body)],
    ['gzip, br', brotliCompressSync(gzipSync(body))],
    ['rot13', Buffer.from(body)],
  ])('decodes the content encoding %s', async (encoding, bytes) => {
    const server = await startServer(() => (response) => {
      response.writeHead(200, { 'content-encoding': encoding });
      response.write(bytes.subarray(0, 1));
      response.end(bytes.subarray(1));
    });
    expect((await read(send, server.url)).text).toBe(body);
    expect(server.requests[0]?.headers['accept-encoding']).toContain('gzip, deflate');
  });

  test.each(['gzip', 'deflate', 'br'])(
    'takes an empty body as such, whatever %s promises',
    async (coding) => {
      const server = await startServer(() => text(200, '', { 'content-encoding': coding }));
      expect((await read(send, server.url)).text).toBe('');
    },
  );

  test.each(['gzip', 'deflate', 'br'])('fails if the body is no %s', async (coding) => {
    const server = await startServer(() => text(200, '{"no":"gzip"}', { 'content-encoding': coding }));
    await expect(read(send, server.url)).rejects.toBeInstanceOf(Error);
  });

  test.each([204, 304])('a %d has no body', async (status) => {
    const server = await startServer(() => text(status, '', { 'content-encoding': 'gzip' }));
    expect(await read(send, server.url)).toMatchObject({ status, text: '' });
  });

  test('follows no redirect', async () => {
    const server = await startServer(() => text(302, 'moved', { location: '/elsewhere' }));
    const { status, headers, text: shown } = await read(send, server.url);
    expect([status, headers.get('location'), shown]).toEqual([302, '/elsewhere', 'moved']);
    expect(server.requests).toHaveLength(1);
  });

  test.each<[string, Reply]>([
    ['a broken connection', reset],
    ['a body that breaks off', breakOff],
    [
      'a compressed body whose connection breaks',
      (response) => {
        response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': '1000' });
        response.write(gzipSync('x'.repeat(1000)).subarray(0, 15), () => response.destroy());
      },
    ],
  ])('rejects after %s', async (_name, reply) => {
    const server = await startServer(() => reply);
    await expect(read(send, server.url)).rejects.toBeInstanceOf(Error);
  });

  test('rejects if the server changes the protocol, or does not speak HTTP', async () => {
    for (const answer of [
      'HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
      'hello\r\n\r\n',
    ]) {
      const url = await startRaw((socket) => socket.write(answer));
      await expect(read(send, url)).rejects.toBeInstanceOf(Error);
    }
  });

  test('rejects with the reason of a signal that is aborted already, and sends nothing', async () => {
    const server = await startServer(() => json(200, []));
    const reason = new Error('the reason');
    await expect(read(send, server.url, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(server.requests).toHaveLength(0);
  });

  test.each<[string, Reply]>([
    ['before the headers', silence],
    ['in the body', stall],
    [
      'in a compressed body',
      (response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' });
        response.write(gzipSync('x'.repeat(1000)).subarray(0, 15));
      },
    ],
  ])('hears an abort %s, and closes the connection', async (_name, reply) => {
    let closed = 0;
    const server = await startServer(() => (response, request) => {
      response.on('close', () => closed++);
      reply(response, request);
    });
    const controller = new AbortController();
    const call = read(send, server.url, controller.signal);
    await expect.poll(() => server.requests.length).toBe(1);
    const reason = new Error('enough');
    controller.abort(reason);
    await expect(call).rejects.toBe(reason);
    await expect.poll(() => closed).toBe(1);
  });

  test('a body that grows too large is not read any further, although little came over the wire', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const server = await startServer(() => text(200, bomb as never, { 'content-encoding': 'gzip' }));
    await expect(read(send, server.url, undefined, 100_000)).rejects.toBeInstanceOf(BodyTooLarge);
  });

  test('a body of several megabytes arrives in full', async () => {
    const large = 'x'.repeat(9_000_000);
    const server = await startServer(() => text(200, large));
    expect((await read(send, server.url)).text).toHaveLength(large.length);
  });
});

describe('nodeFetch alone', () => {
  const send = nodeFetch();

  test('a connection is used again', async () => {
    const ports = new Set<number | undefined>();
    const server = await startServer(() => (response, request) => {
      ports.add(request.socket.remotePort);
      json(200, [])(response, request);
    });
    for (let round = 0; round < 5; round++) await read(send, server.url);
    expect(ports.size).toBe(1);
  });

  test('a kept connection that breaks as it is used again is a network error, which the client retries', async () => {
    const answer = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n[]';
    const url = await startRaw((socket, request) =>
      request === 1 ? socket.write(answer) : socket.resetAndDestroy(),
    );
    const attempts: number[] = [];
    const docspace = createDocSpaceClient({
      baseUrl: url,
      dialect: 'guide',
      retry: { minDelayMs: 1 },
      hooks: {
        onResponse: ({ attempt, error }) =>
          void attempts.push(error?.code === 'network' ? -attempt : attempt),
      },
      fetch: send,
    });
    for (let call = 0; call < 3; call++) expect(await docspace.getClients()).toMatchObject({ clients: [] });
    expect(attempts).toEqual([1, -1, 2, -1, 2]);
  });

  test('leaves no listener on the signal', async () => {
    const server = await startServer(inTurn(json(200, []), reset));
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...given: Parameters<typeof add>) => (listeners++, add(...given));
    signal.removeEventListener = (...given: Parameters<typeof remove>) => (listeners--, remove(...given));
    await read(send, server.url, signal);
    await read(send, server.url, signal).catch(() => {});
    await expect.poll(() => listeners).toBeLessThanOrEqual(0);
  });

  test('hears an abort while it connects', async () => {
    let asked = false;
    const lookup = (): void => void (asked = true);
    const agent = new Agent({ lookup });
    const controller = new AbortController();
    const call = read(nodeFetch({ agent }), 'http://portal.example', controller.signal);
    const reason = new Error('enough');
    await expect.poll(() => asked).toBe(true);
    controller.abort(reason);
    await expect(call).rejects.toBe(reason);
  });

  test('hears an abort while it waits for a free socket of the agent', async () => {
    const server = await startServer(inTurn(stall, json(200, [])));
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    onTestFinished(() => agent.destroy());
    const sendByOne = nodeFetch({ agent });
    const [first, second] = [new AbortController(), new AbortController()];
    const stalled = read(sendByOne, server.url, first.signal);
    await expect.poll(() => server.requests.length).toBe(1);
    const waiting = read(sendByOne, server.url, second.signal);
    second.abort(new Error('second'));
    await expect(waiting).rejects.toThrow('second');
    first.abort(new Error('first'));
    await expect(stalled).rejects.toThrow('first');
    expect((await read(sendByOne, server.url)).text).toBe('[]');
  });

  test('uses the agent that it is given', async () => {
    const server = await startServer(() => json(200, []));
    class Counting extends Agent {
      hosts: unknown[] = [];
      override createConnection(
        options: RequestOptions,
        callback?: never,
      ): ReturnType<Agent['createConnection']> {
        this.hosts.push(options.host);
        return super.createConnection(options, callback);
      }
    }
    const agent = new Counting({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    await read(nodeFetch({ agent }), server.url);
    expect(agent.hosts).toEqual(['127.0.0.1']);
  });

  test('sends GET only', async () => {
    const server = await startServer(() => json(200, []));
    await expect(nodeFetch()(server.url, { method: 'POST' as never })).rejects.toThrow('POST is not sent');
    expect(server.requests).toHaveLength(0);
  });

  test('a body that nobody reads neither fails the process nor is read ahead without bound', async () => {
    let sent = 0;
    const server = await startServer(() => (response) => {
      const chunk = Buffer.alloc(1_000_000);
      const more = (): void => {
        while (!response.destroyed && sent < 200 && response.write(chunk)) sent++;
        if (sent < 200) response.once('drain', () => more());
      };
      more();
    });
    const controller = new AbortController();
    await nodeFetch()(server.url, { signal: controller.signal });
    let before = -1;
    await expect.poll(() => before === (before = sent), { interval: 100 }).toBe(true);
    expect(sent).toBeLessThan(100);
    controller.abort();
  });

  test.each([
    [{ agents: 1 }, 'There is no option "agents".'],
    [{ agent: {} }, 'agent is not an Agent'],
    [{ agent: true }, 'agent is not an Agent'],
    [null, 'The argument of nodeFetch is not an object.'],
  ])('refuses %j', (options, message) => {
    expect(() => nodeFetch(options as never)).toThrow(message);
  });

  test('an https: URL is a TLS connection', async () => {
    const server = await startServer(() => json(200, []));
    await expect(read(nodeFetch(), server.url.replace('http:', 'https:'))).rejects.toMatchObject({
      code: 'EPROTO',
    });
  });
});

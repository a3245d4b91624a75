import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** How the server answers one request. */
export type Reply = (response: ServerResponse, request: IncomingMessage) => void;

export interface Received {
  path: string;
  headers: IncomingMessage['headers'];
}

export interface TestServer {
  url: string;
  requests: Received[];
  /** The paths asked for, in order. */
  paths(): string[];
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return text(status, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
}

export function text(status: number, body: string, headers: Record<string, string> = {}): Reply {
  return (response) => response.writeHead(status, headers).end(body);
}

/** The connection breaks before any answer. */
export const reset: Reply = (response) => response.destroy();

/** Nothing ever comes. */
export const silence: Reply = () => {};

/** Headers and half a body, then nothing. */
export const stall: Reply = (response) => {
  response
    .writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
    .write('{"response":');
};

/** Headers and half a body, then the connection breaks. */
export const breakOff: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
  response.write('{"response":', () => response.destroy());
};

/** A real server on a free loopback port; closed, with every connection, when the test ends. */
export async function startServer(reply: (request: Received, index: number) => Reply): Promise<TestServer> {
  const requests: Received[] = [];
  const server = createServer((request, response) => {
    const received = { path: request.url ?? '', headers: request.headers };
    requests.push(received);
    reply(received, requests.length - 1)(response, request);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, requests, paths: () => requests.map(({ path }) => path) };
}

/** Answers one after the other; the last one again and again. */
export function inTurn(...replies: Reply[]): (request: Received, index: number) => Reply {
  return (_, index) => replies[Math.min(index, replies.length - 1)] as Reply;
}

import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

import { tokenPath } from '@docspace-oauth/api/transport';
import type { OpenApiDocument } from '@docspace-oauth/openapi';
import portal from '@docspace-oauth/openapi/portal.json' with { type: 'json' };
import type { RawResponse } from '@docspace-oauth/testing/raw-request';
import { startServer } from '@docspace-oauth/testing/server';
import { onTestFinished } from 'vitest';

import { startProxy, type Proxy, type ProxyOptions } from '../src/index.ts';

export const apiKey = 'sk-0123456789abcdef0123456789abcdef';
export const clientId = 'c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831';

/** How the portal answers one request. */
export type Reply = (request: IncomingMessage, response: ServerResponse, portal: FakePortal) => void;

interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

export interface FakePortal {
  readonly url: string;
  /** Requests other than token exchanges. */
  readonly requests: Received[];
  readonly exchanges: Received[];
  /** The tokens issued, the valid one last. */
  readonly tokens: string[];
}

/** A portal that keeps token exchanges apart, and answers everything, other methods and credentials too, as the test says. */
export async function startPortal(reply: Reply, exchange: Reply = issueToken): Promise<FakePortal> {
  const lists = { requests: [] as Received[], exchanges: [] as Received[], tokens: [] as string[] };
  const { url } = await startServer(() => (response, request) => {
    const { method = '', url: target = '', headers } = request;
    const [list, answer] = target === tokenPath ? [lists.exchanges, exchange] : [lists.requests, reply];
    list.push({ method, url: target, headers });
    answer(request, response, { url, ...lists });
  });
  return { url, ...lists };
}

export const issueToken: Reply = (request, response, { tokens }) => {
  if (request.headers.authorization !== `Bearer ${apiKey}`) {
    response.writeHead(401).end();
    return;
  }
  const claims = Buffer.from(JSON.stringify({ exp: Math.floor(Date.now() / 1000) + 300 }));
  const token = `header.${claims.toString('base64url')}.signature-${tokens.length + 1}`;
  tokens.push(token);
  json(200, { response: token, count: 1, status: 0, statusCode: 200 })(request, response);
};

export function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string | string[]>> = {},
): (request: IncomingMessage, response: ServerResponse) => void {
  return (_, response) => {
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    response.writeHead(status, { 'content-type': type, ...headers }).end(JSON.stringify(body));
  };
}

/** An example of the contract, by its name. */
export function example(name: string): Record<string, unknown> {
  const found = (portal as unknown as OpenApiDocument).components?.examples?.[name];
  if (found === undefined) throw new Error(`The contract has no example ${name}`);
  return found.value as Record<string, unknown>;
}

export interface TestProxy extends Proxy {
  readonly lines: string[];
}

/** A proxy that ends with the test, and the lines that it logs. */
export async function startTestProxy(
  upstream: string,
  options: Partial<ProxyOptions> = {},
): Promise<TestProxy> {
  const lines: string[] = [];
  const proxy = await startProxy({ upstream, apiKey, log: (line) => void lines.push(line), ...options });
  onTestFinished(async () => proxy.close());
  return { ...proxy, lines };
}

/** The detail of a problem that the proxy itself reports. */
export function detailOf({ headers, text }: RawResponse): string {
  if (headers['content-type'] !== 'application/problem+json') throw new Error(`No problem: ${text}`);
  return (JSON.parse(text) as { detail: string }).detail;
}

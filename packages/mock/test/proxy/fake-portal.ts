import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import {
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';

import { onTestFinished } from 'vitest';

import { documentPath } from '../../src/documents.ts';
import { startProxy, type Proxy, type ProxyOptions } from '../../src/proxy/index.ts';

export const apiKey = 'sk-0123456789abcdef0123456789abcdef';
export const clientId = 'c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831';
const tokenPath = '/api/2.0/security/oauth2/token';

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

export async function startServer(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer(handle).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('no port');
  return `http://127.0.0.1:${address.port}`;
}

/** A server that exchanges the key for tokens, and answers the rest as told. */
export async function startPortal(reply: Reply, exchange: Reply = issueToken): Promise<FakePortal> {
  const portal = { url: '', requests: [], exchanges: [], tokens: [] } as {
    -readonly [Key in keyof FakePortal]: FakePortal[Key];
  };
  portal.url = await startServer((request, response) => {
    const { method = '', url = '', headers } = request;
    const [list, answer] = url === tokenPath ? [portal.exchanges, exchange] : [portal.requests, reply];
    list.push({ method, url, headers });
    answer(request, response, portal);
  });
  return portal;
}

export const issueToken: Reply = (request, response, portal) => {
  if (request.headers.authorization !== `Bearer ${apiKey}`) {
    response.writeHead(401).end();
    return;
  }
  const claims = Buffer.from(JSON.stringify({ exp: Math.floor(Date.now() / 1000) + 300 }));
  portal.tokens.push(`header.${claims.toString('base64url')}.signature-${portal.tokens.length + 1}`);
  json(200, { response: portal.tokens.at(-1), count: 1, status: 0, statusCode: 200 })(request, response);
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
export async function example(name: string): Promise<Record<string, unknown>> {
  const document = JSON.parse(await readFile(documentPath('portal'), 'utf8')) as {
    components: { examples: Record<string, { value: Record<string, unknown> }> };
  };
  const found = document.components.examples[name];
  if (found === undefined) throw new Error(`The contract has no example ${name}`);
  return found.value;
}

export interface TestProxy extends Proxy {
  readonly lines: string[];
}

export async function startTestProxy(
  upstream: string,
  options: Partial<ProxyOptions> = {},
): Promise<TestProxy> {
  const lines: string[] = [];
  const proxy = await startProxy({ upstream, apiKey, log: (line) => lines.push(line), ...options });
  onTestFinished(async () => proxy.close());
  return { ...proxy, lines };
}

export interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A request as it stands: no header added, forbidden or changed, no path normalised, as fetch would do. */
export async function call(
  base: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  { method = 'GET', body }: { method?: string; body?: string } = {},
): Promise<Got> {
  const request = httpRequest(base, { path, method, headers, agent: false });
  request.end(body);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += String(chunk);
  return { status: response.statusCode ?? 0, headers: response.headers, text };
}

export function detailOf({ headers, text }: Got): string {
  if (headers['content-type'] !== 'application/problem+json') throw new Error(`No problem: ${text}`);
  return (JSON.parse(text) as { detail: string }).detail;
}

import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Agent, createServer, request as httpRequest } from 'node:http';
import { operationOf } from '@docspace-oauth/api/transport';
import { listen } from '@docspace-oauth/local-server';
import type { Answer, Asked, Lies } from './fault.ts';

export interface LyingServer {
  readonly url: string;
  close(): Promise<void>;
}

/** A real server in front of an honest one, which changes what it hears and says. */
export async function startLyingServer(honest: string, { change, takes }: Lies): Promise<LyingServer> {
  const agent = new Agent({ keepAlive: true });
  const reply = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const asked = askedBy(incoming);
    const answer = await ask(honest, { ...asked, ...takes?.(asked) }, agent);
    send(outgoing, change?.(answer, asked) ?? answer);
  };
  const server = createServer((incoming, outgoing) => {
    // A change that throws is a mistake of the fault: the connection breaks, which no fault but one expects.
    reply(incoming, outgoing).catch((error: unknown) => outgoing.destroy(error as Error));
  });
  const url = await listen(server, { port: 0, host: '127.0.0.1' });
  return {
    url,
    async close() {
      agent.destroy();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function askedBy({ url = '/', headers }: IncomingMessage): Asked {
  const [path = '', query = ''] = url.split('?', 2);
  return { operation: operationOf(path), path: url, query: new URLSearchParams(query), headers };
}

/** Sends on exactly what came: no path is made shorter, no header added. */
async function ask(base: string, { path, headers }: Asked, agent: Agent): Promise<Answer> {
  const request = httpRequest(base, { path, headers, agent });
  request.end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += String(chunk);
  return { status: response.statusCode ?? 0, headers: response.headers, text };
}

/** What belongs to the connection, and not to the answer. */
const own = new Set(['connection', 'keep-alive', 'content-length', 'transfer-encoding']);

function send(outgoing: ServerResponse, { status, headers, text, cutAfter }: Answer): void {
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !own.has(name)) outgoing.setHeader(name, value);
  }
  if (cutAfter === undefined) {
    outgoing.writeHead(status).end(text);
    return;
  }
  outgoing.writeHead(status, { 'content-length': Buffer.byteLength(text) });
  outgoing.write(Buffer.from(text).subarray(0, cutAfter), () => outgoing.destroy());
}

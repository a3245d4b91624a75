import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

import { PortInUseError } from '../free-port.ts';
import { MockError } from '../mock-error.ts';
import type { Handler } from './handler.ts';

export interface HttpServer {
  readonly url: string;
  /** Before it, requests wait. */
  serve(handler: Handler): void;
  /** Cuts every connection: whoever waits for an answer of a mock that ends gets none. */
  close(): Promise<void>;
}

/** Binds the port first, so that a port in use is known before anything slow is done. */
export async function listen(port: number, host: string): Promise<HttpServer> {
  let ready: (handler: Handler) => void = () => undefined;
  const handler = new Promise<Handler>((resolve) => {
    ready = resolve;
  });
  const server = createServer((request, response) => {
    handler
      .then(async (handle) => handle(request, response))
      .catch((error: unknown) => {
        if (response.headersSent || response.destroyed) response.destroy();
        else
          response
            .writeHead(500, { 'content-type': 'text/plain' })
            .end(`The mock failed: ${String(error)}\n`);
      });
  });
  server.listen({ port, host, exclusive: true });
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw listenError(cause, port, host);
  }
  return {
    url: serverUrl(server, host),
    serve: ready,
    close: async () => {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function serverUrl(server: Server, host: string): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('A TCP server has no port');
  // An address that means "all of this machine's" is one to listen on, not one to call.
  const callable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${callable.includes(':') ? `[${callable}]` : callable}:${address.port}`;
}

function listenError(cause: unknown, port: number, host: string): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE') return new PortInUseError(port, host);
  if (code === 'EACCES') return new MockError(`Port ${port} on ${host} needs more rights.`, { cause });
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new MockError(`${host} is no address of this machine.`, { cause });
  }
  return cause;
}

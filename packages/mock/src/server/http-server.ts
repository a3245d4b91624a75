import { once } from 'node:events';
import { createServer } from 'node:http';

import { listen, ListenError } from '@docspace-oauth/local-server';

import { MockError } from '../simulator/mock-error.ts';
import type { RequestHandler } from './request-handler.ts';

export interface HttpServer {
  readonly url: string;
  /** Until it is called, requests wait. */
  serve(handler: RequestHandler): void;
  /** Cuts every connection: a request that still waits gets no answer. */
  close(): Promise<void>;
}

/** Binds the port first, so that a port in use is known before anything slow is done. */
export async function openServer(port: number, host: string): Promise<HttpServer> {
  let ready: (handler: RequestHandler) => void = () => undefined;
  const handler = new Promise<RequestHandler>((resolve) => {
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
  const url = await listen(server, { port, host }).catch((error: unknown) => {
    throw error instanceof ListenError ? new MockError(error.message, { cause: error }) : error;
  });
  return {
    url,
    serve: ready,
    close: async () => {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

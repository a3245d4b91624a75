import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';

export interface StubServer extends AsyncDisposable {
  readonly url: string;
}

/** A server on loopback that misbehaves as the test wants. */
export async function startStub(listener: RequestListener): Promise<StubServer> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('A TCP server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A server that gives one JSON body for everything. */
export async function startJsonStub(body: unknown, status = 200): Promise<StubServer> {
  return startStub((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
}

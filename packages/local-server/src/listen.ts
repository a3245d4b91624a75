import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { serverUrl } from './url.ts';

export interface ListenOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
}

/** The server cannot listen; the message is one sentence for the person who started it. */
export class ListenError extends Error {
  override readonly name: string = 'ListenError';
}

/** Another program has the port, so a caller may try another one. */
export class PortInUseError extends ListenError {
  override readonly name = 'PortInUseError';

  constructor({ port, host }: ListenOptions, cause?: unknown) {
    super(`Port ${port} on ${host} is in use.`, { cause });
  }
}

/** Makes the server listen and gives the URL to call it at. */
export async function listen(server: Server, options: ListenOptions): Promise<string> {
  try {
    server.listen({ ...options, exclusive: true });
    await once(server, 'listening');
  } catch (cause) {
    throw listenError(cause, options);
  }
  return serverUrl(options.host, portOf(server));
}

/** A port that is free now. Another program may take it before it is used, so be ready for a PortInUseError. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  const server = createServer();
  await listen(server, { port: 0, host });
  const port = portOf(server);
  server.close();
  await once(server, 'close');
  return port;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('A TCP server has no port.');
  return address.port;
}

function listenError(cause: unknown, options: ListenOptions): unknown {
  const { port, host } = options;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return new PortInUseError(options, cause);
    case 'EACCES':
      return new ListenError(`Port ${port} on ${host} needs more rights.`, { cause });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new ListenError(`${host} is no address of this machine.`, { cause });
    default:
      return cause;
  }
}

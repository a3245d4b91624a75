import { once } from 'node:events';
import { createServer } from 'node:net';

import { MockError } from './mock-error.ts';

/** A MockError of its own, so that a caller can try another port. */
export class PortInUseError extends MockError {
  constructor(port: number, host: string, log = '') {
    super(`Port ${port} on ${host} is in use.`, { log });
  }
}

/**
 * Binds a port for a moment and says which one it was: port 0 finds a free one, any other is only checked.
 * Somebody may take it between this and its use, so whoever binds it for good has to be ready for that.
 */
export async function bindablePort(port: number, host: string): Promise<number> {
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new TypeError('A TCP server has no port');
    return address.port;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'EADDRINUSE') throw new PortInUseError(port, host);
    if (code === 'EACCES') throw new MockError(`Port ${port} on ${host} needs more rights.`, { cause });
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
      throw new MockError(`${host} is no address of this machine.`, { cause });
    }
    throw cause;
  } finally {
    if (server.listening) {
      server.close();
      await once(server, 'close');
    }
  }
}

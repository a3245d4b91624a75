import { isLoopback } from './loopback.ts';

/** The parts of a request that say which server it is meant for: a `http.IncomingMessage` has them. */
export interface HostRequest {
  readonly headers: { readonly host?: string | undefined };
  readonly socket: { readonly localAddress?: string | undefined; readonly localPort?: number | undefined };
}

/**
 * Whether the `Host` of a request is a name of the server that listens on `host`. A page of another site whose name was
 * rebound to this machine (DNS rebinding) still sends its own name there.
 */
export function checkHost({ headers, socket }: HostRequest, host: string): boolean {
  const { host: asked = '' } = headers;
  const plain = /^[\w.:[\]-]+$/u.test(asked) && URL.canParse(`http://${asked}`);
  const url = plain ? new URL(`http://${asked}`) : undefined;
  const name = url?.hostname.replaceAll(/^\[|\]$/gu, '') ?? '';
  // A server on all addresses may be called by each of them. Rebinding needs a name.
  const called = socket.localAddress?.replace(/^::ffff:/u, '');
  const own = isLoopback(name) || name === host.toLowerCase() || name === called;
  return own && Number(url?.port || 80) === socket.localPort;
}

/** The address to call a server at that listens on a host and a port. */
export function serverUrl(host: string, port: number): string {
  // "All addresses of this machine" is something to listen on, but nothing to call.
  const callable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${callable.includes(':') ? `[${callable}]` : callable}:${port}`;
}

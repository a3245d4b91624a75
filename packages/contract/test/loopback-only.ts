/** Imported by Node before a script that a test runs: the script ends as soon as it connects to anything but this machine. */
import net from 'node:net';

/** Node hands over `(options)`, `(port, host)` or one array of these; a path, or no host, is this machine. */
function hostOf(first: unknown, second: unknown): string {
  if (Array.isArray(first)) return hostOf(first[0], first[1]);
  const host = typeof first === 'object' && first !== null && 'host' in first ? first.host : second;
  return typeof host === 'string' ? host : 'localhost';
}

const connect = Reflect.get(net.Socket.prototype, 'connect') as (...args: unknown[]) => net.Socket;

net.Socket.prototype.connect = new Proxy(connect, {
  apply(target, socket: net.Socket, args: unknown[]): net.Socket {
    const host = hostOf(args[0], args[1]);
    if (!['localhost', '127.0.0.1', '::1'].includes(host)) {
      process.stderr.write(`This script wanted to connect to ${host}.\n`);
      process.exit(99);
    }
    return target.apply(socket, args);
  },
});

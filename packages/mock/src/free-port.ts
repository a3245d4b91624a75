import { once } from 'node:events';
import { createServer } from 'node:net';

import { listen } from '@docspace-oauth/local-server';

// Only for `proxy/`, until it is a package of its own.
export async function bindablePort(port: number, host: string): Promise<number> {
  const server = createServer();
  const url = await listen(server, { port, host });
  server.close();
  await once(server, 'close');
  return Number(new URL(url).port);
}

/** The smallest portal: it exchanges a key, and tells with each list how often it was asked for one. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const apiKey: string = `sk-${'0123456789abcdef'.repeat(4)}`;

export interface Portal {
  readonly url: string;
  /** What was asked for since the last call of this function. */
  requests(): string[];
  close(): void;
}

export async function startPortal(): Promise<Portal> {
  let seen: string[] = [];
  let lists = 0;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    seen.push(pathname);
    const send = (status: number, body: unknown): void => {
      response.writeHead(status, {
        'content-type': 'application/json',
        // As a careless proxy in front might send it: every cache may keep the response.
        'cache-control': 'public, max-age=3600',
        'access-control-allow-origin': '*',
      });
      response.end(JSON.stringify(body));
    };
    if (pathname.endsWith('/oauth2/token')) {
      const claims = { exp: Date.now() / 1000 + 300, number: seen.length };
      const token = `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
      return send(200, { response: token, count: 1, status: 0, statusCode: 200 });
    }
    if (pathname.endsWith('/clients')) {
      const data = [{ client_id: 'a', name: `List ${++lists} größer`, created_on: '2026-04-01T12:00:00Z' }];
      return send(200, { data, limit: 50, last_client_id: null, last_created_on: null });
    }
    if (pathname.endsWith('/moved')) return void response.writeHead(302, { location: '/elsewhere' }).end();
    return send(404, { title: 'Not Found', status: 404 });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests() {
      const since = seen;
      seen = [];
      return since;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * The loopback server of the benchmark, a process of its own: the guide's dialect at the root, a portal of 10,000 clients
 * under /large and one of 1,000 under /small. It does as little as it can, so that what is measured is the clients.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { portalClients, readFixtures } from './fixtures.ts';
import type { PortalClient } from './fixtures.ts';

const fixtures = await readFixtures();
const single = JSON.stringify(fixtures.single);
const list = JSON.stringify(fixtures.list);
const portals: Record<string, PortalClient[]> = {
  large: portalClients(10_000, fixtures.single.response),
  small: portalClients(1000, fixtures.single.response),
};
const claims = Buffer.from(JSON.stringify({ exp: Date.now() / 1000 + 3600 })).toString('base64url');
const token = JSON.stringify({
  response: `e30.${claims}.c2lnbmF0dXJl`,
  count: 1,
  status: 0,
  statusCode: 200,
});

/** Pages are the same in every round: each is written once. */
const pages = new Map<string, string>();

function page(name: string, clients: PortalClient[], query: URLSearchParams): string {
  const key = `${name}?${query.toString()}`;
  const known = pages.get(key);
  if (known) return known;
  const limit = Number(query.get('limit'));
  const after = query.get('last_client_id');
  const start = after ? Number(after.slice(-12)) + 1 : 0;
  const data = clients.slice(start, start + limit);
  const last = start + limit < clients.length ? data.at(-1) : undefined;
  const body = JSON.stringify({
    data,
    limit,
    last_client_id: last?.client_id ?? null,
    last_created_on: last?.created_on ?? null,
  });
  pages.set(key, body);
  return body;
}

/** The guide's bulk answer: exactly the clients asked for. */
function bulk(ids: string[]): string {
  return JSON.stringify({ response: ids.map((id) => ({ ...fixtures.single.response, id, client_id: id })) });
}

/** The JSON of a path; undefined is a 404. */
function answer(url: URL): string | undefined {
  const [, name = '', path] = /^\/(large|small)(\/.*)$/.exec(url.pathname) ?? [];
  const clients = portals[name];
  if (clients) {
    if (path === '/api/2.0/security/oauth2/token') return token;
    if (path === '/api/2.0/clients' || path === '/api/2.0/clients/info')
      return page(name, clients, url.searchParams);
    return undefined;
  }
  if (url.pathname === '/api/2.0/clients') return list;
  if (url.pathname === '/api/2.0/clients/info') return bulk(url.searchParams.getAll('ids'));
  return url.pathname.startsWith('/api/2.0/clients/') ? single : undefined;
}

const server = createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
  const body = answer(new URL(request.url ?? '/', 'http://127.0.0.1'));
  response
    .writeHead(body === undefined ? 404 : 200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body ?? '{}'),
    })
    .end(body ?? '{}');
});
// However the benchmark ends, its server ends with it.
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));

/**
 * The loopback server that the clients call, in a process of its own: the guide's dialect at the root, a portal with many
 * clients beneath /portal. It does as little as it can, so that the figures are those of the clients. Run by `fork`, with
 * the number of the portal's clients as argument.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startMock } from '@docspace-oauth/mock';

/** What this script sends when it listens. */
export interface ServerInfo {
  baseUrl: string;
  /** The id of the client that the guide's list begins with. */
  id: string;
}

interface Client {
  client_id: string;
  created_on: string;
}

/** The mock's answers in the guide's dialect, recorded once: real content without the mock's own cost for each request. */
async function recordAnswers(): Promise<{ list: string; single: string; client: Client }> {
  const mock = await startMock();
  const get = async (path: string): Promise<string> => {
    const response = await fetch(mock.url + path, { headers: { Authorization: 'Bearer admin-1' } });
    if (!response.ok) throw new Error(`The mock answered ${path} with ${response.status}.`);
    return response.text();
  };
  try {
    const list = await get('/api/2.0/clients');
    const { response } = JSON.parse(list) as { response: [Client, ...Client[]] };
    const [client] = response;
    return { list, single: await get(`/api/2.0/clients/${client.client_id}`), client };
  } finally {
    await mock.close();
  }
}

const { list, single, client } = await recordAnswers();
const portalClients = Array.from({ length: Number(process.argv[2]) }, (_, index) => ({
  ...client,
  client_id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  created_on: new Date(1_750_000_000_000 - index * 60_000).toISOString(),
}));
const claims = Buffer.from(JSON.stringify({ exp: Date.now() / 1000 + 3600 })).toString('base64url');
const token = JSON.stringify({
  response: `e30.${claims}.c2lnbmF0dXJl`,
  count: 1,
  status: 0,
  statusCode: 200,
});

/** The text of each page by its query: written once, since every contender and round asks for the same pages. */
const pages = new Map<string, string>();

function portalPage(query: URLSearchParams): string {
  const key = query.toString();
  const known = pages.get(key);
  if (known !== undefined) return known;
  const limit = Number(query.get('limit'));
  const after = query.get('last_client_id');
  const start = after === null ? 0 : Number(after.slice(-12)) + 1;
  const data = portalClients.slice(start, start + limit);
  const last = start + limit < portalClients.length ? data.at(-1) : undefined;
  const cursors = { last_client_id: last?.client_id ?? null, last_created_on: last?.created_on ?? null };
  const page = JSON.stringify({ data, limit, ...cursors });
  pages.set(key, page);
  return page;
}

/** The JSON for a path; undefined is a 404. */
function answer({ pathname, searchParams }: URL): string | undefined {
  if (pathname.startsWith('/portal')) {
    if (pathname === '/portal/api/2.0/security/oauth2/token') return token;
    return /^\/portal\/api\/2\.0\/clients(?:\/info)?$/.test(pathname) ? portalPage(searchParams) : undefined;
  }
  if (pathname === '/api/2.0/clients') return list;
  if (pathname === '/api/2.0/clients/info') {
    const ids = searchParams.getAll('ids');
    return JSON.stringify({ response: ids.map((id) => ({ ...client, id, client_id: id })) });
  }
  return pathname.startsWith('/api/2.0/clients/') ? single : undefined;
}

const server = createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
  const body = answer(new URL(request.url ?? '/', 'http://127.0.0.1'));
  const text = body ?? '{}';
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  response.writeHead(body === undefined ? 404 : 200, headers).end(text);
});
// However the benchmark ends, its server ends with it.
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  const info: ServerInfo = { baseUrl: `http://127.0.0.1:${port}`, id: client.client_id };
  process.send?.(info);
});

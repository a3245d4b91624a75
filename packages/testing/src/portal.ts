import { json, startServer, text } from './server.ts';
import type { Received, Reply, TestServer } from './server.ts';

/** A JWT as a portal's: only its `exp` is ever read. */
function jwt(expiresInMs: number, name = 'one'): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'HS256' })}.${part({ sub: name, exp: (Date.now() + expiresInMs) / 1000 })}.${name}-signature`;
}

export const apiKey = 'sk-0123456789abcdef';

export interface FakePortal extends TestServer {
  /** Tokens issued so far, newest last. */
  tokens: string[];
}

/** The smallest portal: it exchanges the key, refuses a signature that it did not issue last, and leaves the rest to the test. */
export async function startPortal(
  reply: (request: Received, portal: { tokens: string[] }) => Reply,
  options: {
    lifeMs?: number;
    exchange?: (tokens: string[]) => Reply | undefined;
    pages?: Record<string, Reply>;
  } = {},
): Promise<FakePortal> {
  const tokens: string[] = [];
  const server = await startServer((request) => {
    const page = options.pages?.[request.path];
    if (page) return page;
    if (request.path === '/api/2.0/security/oauth2/token') {
      const other = options.exchange?.(tokens);
      if (other) return other;
      if (request.headers.authorization !== `Bearer ${apiKey}`) return text(401, '');
      tokens.push(jwt(options.lifeMs ?? 300_000, `number-${tokens.length + 1}`));
      return json(200, { response: tokens.at(-1), count: 1, status: 0, statusCode: 200 });
    }
    const signature = request.headers['x-signature'];
    if (!request.path.endsWith('/public/info') && signature !== tokens.at(-1)) return text(403, '');
    return reply(request, { tokens });
  });
  return { ...server, tokens };
}

/** Clients as a portal has them, newest first. */
export function makeClients(count: number): { client_id: string; name: string; created_on: string }[] {
  return Array.from({ length: count }, (_, index) => ({
    client_id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    name: `App ${index}`,
    created_on: new Date(1_700_000_000_000 - index * 60_000).toISOString(),
  }));
}

/** A keyset-paged list as a portal's: the cursor is that of the last item, null on the last page. */
export function pageOf(clients: ReturnType<typeof makeClients>, path: string): Reply {
  const query = new URL(path, 'http://localhost').searchParams;
  const limit = Number(query.get('limit') ?? 30);
  const start = clients.findIndex(({ client_id }) => client_id === query.get('last_client_id')) + 1;
  const data = clients.slice(start, start + limit);
  const last = start + limit < clients.length ? data.at(-1) : undefined;
  return json(200, {
    data,
    limit,
    last_client_id: last?.client_id ?? null,
    last_created_on: last?.created_on ?? null,
  });
}

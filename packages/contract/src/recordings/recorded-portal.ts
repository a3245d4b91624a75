import { request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { Mock } from '@docspace-oauth/mock';
import { startMock } from '@docspace-oauth/mock';
import type { Recording, Sender } from '@docspace-oauth/testing/recordings';
import type { Exchange, Observer } from '../target/exchange.ts';
import { bodyOf } from './recorded-body.ts';

const own = '49fce826-941e-49e7-a7bf-a68c4d38bcad';
const other = 'f617cd1c-b6c5-4a78-aff6-464829f7fd11';
/** The user who made the clients of the recorded portal. */
const recordedOwner = 'b0000000-0000-4000-8000-00000000000b';

/** The mock with the clients of the portal that was recorded. */
export interface RecordedPortal {
  /** Sends what was sent then: any method and any path, character for character. Only the embedded mock gets that. */
  replay(recording: Recording): Promise<Exchange>;
  /** A text of the recording, with the user of the mock in place of the recorded one. */
  translate(text: string): string;
  close(): Promise<void>;
}

type Client = Record<string, unknown> & { client_id: string };

/** The clients of the recorded portal, put together from every answer that shows them. */
function recordedClients(recordings: readonly Recording[]): Client[] {
  const clients = new Map<string, Client>();
  for (const { json } of recordings.map(({ body }) => bodyOf(body))) {
    const shown = json?.['data'] ?? (json?.['client_id'] === undefined ? [] : [json]);
    for (const { client_secret: _, ...client } of shown as Client[]) {
      clients.set(client.client_id, { ...clients.get(client.client_id), ...client });
    }
  }
  return [...clients.values()];
}

export async function startRecordedPortal(
  recordings: readonly Recording[],
  observe: Observer,
): Promise<RecordedPortal> {
  const mock = await startMock({ dialect: 'portal', cors: 'strict' });
  const tokens = {
    admin: await tokenOf(mock, 'admin-1'),
    owner: await tokenOf(mock, 'user-1'),
    guest: await tokenOf(mock, 'guest-1'),
  };
  const claims = Buffer.from(tokens.owner.split('.')[1] ?? '', 'base64url').toString();
  const { user_id: owner } = JSON.parse(claims) as { user_id: string };
  const translate = (text: string): string => text.replaceAll(recordedOwner, owner);
  const clients = translate(JSON.stringify({ clients: recordedClients(recordings) }));
  const { status, text } = await send(mock.url, '/__mock/clients', 'PUT', {}, clients);
  if (status !== 200) throw new Error(`The mock does not take the recorded clients: ${text}`);
  return {
    translate,
    close: () => mock.close(),
    async replay({ who, method, path, requestHeaders = {} }) {
      const target = path
        .replace('{own|upper}', own.toUpperCase())
        .replace('{own}', own)
        .replace('{other}', other)
        .replace('x{3000}', 'x'.repeat(3000));
      const given = Object.entries(requestHeaders).map(([name, value]) => [name, String(value)]);
      const headers = {
        ...credential(who, tokens),
        ...(Object.fromEntries(given) as Record<string, string>),
      };
      const exchange = await send(mock.url, target, method, headers);
      observe(exchange);
      return exchange;
    },
  };
}

async function tokenOf({ url }: Mock, key: string): Promise<string> {
  const { text } = await send(url, '/api/2.0/security/oauth2/token', 'GET', {
    authorization: `Bearer ${key}`,
  });
  return (JSON.parse(text) as { response: string }).response;
}

function credential(
  who: Sender,
  tokens: Readonly<Record<'admin' | 'owner' | 'guest', string>>,
): Record<string, string> {
  const { admin } = tokens;
  const tampered = admin.slice(0, -4) + (admin.endsWith('AAAA') ? 'BBBB' : 'AAAA');
  switch (who) {
    case 'none':
      return {};
    case 'bad':
      return { 'x-signature': 'garbage' };
    case 'blank':
      return { 'x-signature': '  ' };
    case 'tampered':
      return { 'x-signature': tampered };
    case 'bearer':
      return { authorization: 'Bearer admin-1' };
    case 'cookie':
      return { cookie: `x-signature=${admin}` };
    case 'upperCookie':
      return { cookie: `X-Signature=${admin}` };
    case 'staleCookie':
      return { cookie: `x-signature=${tampered}`, 'x-signature': admin };
    case 'staleHeader':
      return { cookie: `x-signature=${admin}`, 'x-signature': tampered };
    case 'emptyCookie':
      return { cookie: 'x-signature=', 'x-signature': admin };
    default:
      return { 'x-signature': tokens[who] };
  }
}

/** Sends a request exactly as it is given: no header is added, and no path made shorter. */
async function send(
  base: string,
  path: string,
  method: string,
  headers: Record<string, string>,
  body?: string,
): Promise<Exchange> {
  const startedAt = new Date();
  const from = performance.now();
  const request = httpRequest(base, { path, method, headers, agent: false });
  request.end(body);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += String(chunk);
  return {
    url: base + path,
    method,
    requestHeaders: headers,
    status: response.statusCode ?? 0,
    statusText: response.statusMessage ?? '',
    headers: Object.entries(response.headers).map(([name, value]) => [name, String(value)] as const),
    text,
    startedAt,
    durationMs: performance.now() - from,
  };
}

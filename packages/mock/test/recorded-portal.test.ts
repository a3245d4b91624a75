import { readRecordings, type Recording, type Sender } from '@docspace-oauth/testing/recordings';
import { rawRequest, type RawResponse } from '@docspace-oauth/testing/raw-request';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Mock } from '../src/index.ts';
import { control, started, tokenOf, type Client } from './started.ts';

// The mock has the clients of the portal that was recorded, so its answers are compared whole: status, headers, the order
// of the fields, every value. Only error texts are in other words, and secrets are as long as the recorded ones.

const recordings = await readRecordings();
const OWN = '49fce826-941e-49e7-a7bf-a68c4d38bcad';
const OTHER = 'f617cd1c-b6c5-4a78-aff6-464829f7fd11';
const RECORDED_OWNER = 'b0000000-0000-4000-8000-00000000000b';

interface RecordedBody {
  readonly data?: readonly Client[];
  readonly client_id?: string;
}

/** The body of a recording as JSON. The longest one was cut, so it ends with its last complete client. */
function bodyOf({ body }: Pick<Recording, 'body'>): { json: RecordedBody | undefined; cut: boolean } {
  if (!body.startsWith('{')) return { json: undefined, cut: false };
  if (body.endsWith('}')) return { json: JSON.parse(body) as RecordedBody, cut: false };
  const end = body.lastIndexOf('},{"name"');
  return { json: JSON.parse(`${body.slice(0, end)}}]}`) as RecordedBody, cut: true };
}

/** The clients of the recorded portal, put together from every answer that shows them. */
function recordedClients(): Client[] {
  const clients = new Map<string, Client>();
  for (const { json } of recordings.map(bodyOf)) {
    const shown = json?.data ?? (json?.client_id === undefined ? [] : [json as Client]);
    for (const { client_secret: _, ...client } of shown as Client[]) {
      clients.set(client.client_id, { ...clients.get(client.client_id), ...client });
    }
  }
  return [...clients.values()];
}

let mock: Mock & AsyncDisposable;
let tokens: Record<'admin' | 'owner' | 'guest', string>;
let owner = '';
beforeAll(async () => {
  mock = await started({ dialect: 'portal', cors: 'strict' });
  tokens = {
    admin: await tokenOf(mock, 'admin-1'),
    owner: await tokenOf(mock, 'user-1'),
    guest: await tokenOf(mock, 'guest-1'),
  };
  const claims = Buffer.from(tokens.owner.split('.')[1] ?? '', 'base64url').toString();
  owner = (JSON.parse(claims) as { user_id: string }).user_id;
  const text = JSON.stringify({ clients: recordedClients() }).replaceAll(RECORDED_OWNER, owner);
  const { status, text: refusal } = await control(mock, 'PUT', '/clients', JSON.parse(text));
  if (status !== 200) throw new Error(refusal);
});
afterAll(async () => mock.close());

function credential(who: Sender): Record<string, string> {
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

async function replay({ who, method, path, requestHeaders = {} }: Recording): Promise<RawResponse> {
  const target = path
    .replace('{own|upper}', OWN.toUpperCase())
    .replace('{own}', OWN)
    .replace('{other}', OTHER)
    .replace('x{3000}', 'x'.repeat(3000));
  const own = Object.entries(requestHeaders).map(([name, value]) => [name, String(value)] as const);
  return rawRequest(mock.url, target, {
    method,
    headers: { ...credential(who), ...Object.fromEntries(own) },
  });
}

/** What is not recorded: the connection, and what every answer of the service has. */
const UNRECORDED = new Set([
  'date',
  'connection',
  'keep-alive',
  'content-length',
  'cache-control',
  'x-content-type-options',
]);

function comparableHeaders(headers: RawResponse['headers'] | Recording['headers']): object {
  const entries = Object.entries(headers)
    .filter(([name]) => !UNRECORDED.has(name))
    .map(([name, value]) => {
      const text = String(value).replace(/^(JSESSIONID=).*$/u, '$1…');
      return [name, name === 'x-ratelimit-remaining' ? text.replace(/^\d+$/u, 'n') : text] as const;
    });
  return Object.fromEntries(entries);
}

/** The text of a JSON body with its fields in their order; of another body only whether it is an HTML page. */
function comparableBody(recording: Recording, body: string): string {
  if (!body.startsWith('{')) return body.slice(0, '<!doctype html>'.length).toLowerCase();
  const { cut } = bodyOf(recording);
  const { json } = bodyOf({ body });
  const shown = cut ? { data: json?.data?.slice(0, bodyOf(recording).json?.data?.length) } : json;
  return JSON.stringify(shown, (name, value: unknown) => {
    if (name === 'client_secret') return String(value).length;
    return name === 'detail' || name === 'message' ? '…' : value;
  }).replaceAll(RECORDED_OWNER, owner);
}

test.each(recordings.map((recording) => ({ recording, ...recording })))(
  '$n: $who $method $path is answered as the portal did',
  async ({ recording }) => {
    const { status, headers, text } = await replay(recording);
    expect({ status, headers: comparableHeaders(headers) }).toEqual({
      status: recording.status,
      headers: comparableHeaders(recording.headers),
    });
    // The bodies of HEAD are not sent, and one recorded body is longer than the others.
    expect(comparableBody(recording, text)).toBe(comparableBody(recording, recording.body));
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
    expect(headers['cache-control']).toMatch(/^no-cache, no-store/u);
  },
);

import { SignJWT, decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';

import {
  ask,
  CLIENTS,
  control,
  get,
  started,
  tokenOf,
  ZERO_ID,
  type Client,
  type Page,
  type Received,
} from './started.ts';

let mock: Awaited<ReturnType<typeof started>>;
beforeAll(async () => {
  mock = await started({ dialect: 'portal' });
});
afterAll(async () => mock.close());

async function signed(path: string, key = 'admin-1'): Promise<Received> {
  return get(mock, path, { 'x-signature': await tokenOf(mock, key) });
}

async function page(query: string, key?: string): Promise<Page> {
  return (await signed(`${CLIENTS}?${query}`, key)).json as Page;
}

async function client(name: string): Promise<Client> {
  const found = (await page('limit=50')).data.find((each) => each.name === name);
  if (!found) throw new Error(`No client ${name}`);
  return found;
}

test('the key is exchanged for a JWT of this portal whose claims are strings', async () => {
  const token = await tokenOf(mock);
  expect(decodeProtectedHeader(token)).toHaveProperty('alg', 'HS256');
  const claims = decodeJwt(token);
  expect(claims).toMatchObject({
    iss: mock.url,
    aud: mock.url,
    is_admin: 'true',
    is_guest: 'false',
    is_public: 'true',
    tenant_url: mock.url,
    tenant_id: '1',
  });
  expect(claims).not.toHaveProperty('iat');
  const left = Number(claims.exp) - Date.now() / 1000;
  expect(left).toBeGreaterThan(290);
  expect(left).toBeLessThanOrEqual(300);
});

test.each([
  { key: undefined, status: 401 },
  { key: 'expired-1', status: 401 },
  { key: 'restricted-1', status: 403 },
])('the exchange of key $key: $status', async ({ key, status }) => {
  const path = '/api/2.0/security/oauth2/token';
  const answer = key === undefined ? await get(mock, path) : await ask(mock, path, key);
  expect(answer.status).toBe(status);
  if (status !== 200) {
    expect(answer.text).toBe('');
    expect(answer.headers.has('content-type')).toBe(false);
  }
  expect(answer.headers.get('server-timing')).toMatch(/^aspnetcore-request-time;dur=\d+$/u);
});

test('a missing, foreign, forged or expired signature gets a 403 without a body', async () => {
  const forge = async (secret: string, expires: number): Promise<string> =>
    new SignJWT({ user_id: 'x', is_admin: 'true' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('x')
      .setIssuer(mock.url)
      .setAudience(mock.url)
      .setExpirationTime(expires)
      .sign(new TextEncoder().encode(secret));
  const soon = Math.floor(Date.now() / 1000) + 100;
  await using other = await started({ dialect: 'portal' });
  await using late = await started({ dialect: 'portal', tokenTtl: -61 });
  const token = await tokenOf(mock);
  const wrong: (Record<string, string> | undefined)[] = [
    {},
    { authorization: 'Bearer admin-1' },
    { 'x-signature': 'nonsense' },
    { 'x-signature': await forge('x'.repeat(32), soon) },
    { 'x-signature': await tokenOf(other) },
    { 'x-signature': `${token.slice(0, -4)}AAAA` },
    { 'x-signature': token, cookie: 'x-signature=stale' },
  ];
  for (const headers of wrong) {
    const answer = await get(mock, CLIENTS, headers);
    expect({ status: answer.status, text: answer.text }).toEqual({ status: 403, text: '' });
    expect(answer.headers.has('www-authenticate')).toBe(false);
  }
  expect((await get(late, CLIENTS, { 'x-signature': await tokenOf(late) })).status).toBe(403);
});

test('a token that expired 30 seconds ago is accepted, in a cookie too', async () => {
  await using late = await started({ dialect: 'portal', tokenTtl: -30 });
  expect((await get(late, CLIENTS, { cookie: `a=b; x-signature=${await tokenOf(late)}` })).status).toBe(200);
});

test('the secret is encrypted in the list, clear in the single record, and absent from the infos', async () => {
  const listed = await client('Calendar Sync');
  expect(listed['client_secret']).toMatch(/^[\w+/]{108}$/u);
  const { json } = await signed(`${CLIENTS}/${listed.client_id}`);
  expect(json).toHaveProperty('client_secret', expect.stringMatching(/^.{36}$/u));
  for (const path of [`/${listed.client_id}/info`, `/${listed.client_id}/public/info`]) {
    const answer = await signed(CLIENTS + path);
    expect(answer.status).toBe(200);
    for (const field of ['client_secret', 'tenant', 'redirect_uris', 'enabled']) {
      expect(answer.json).not.toHaveProperty(field);
    }
  }
  expect((await signed(`${CLIENTS}/info?limit=50`)).text).not.toContain('"client_secret"');
});

test.each([1, 2, 3, 7, 50])('pages of %i hold every client once, the newest first', async (limit) => {
  const names: string[] = [];
  let cursor = '';
  let pages = 0;
  do {
    const { data, limit: echoed, last_client_id, last_created_on } = await page(`limit=${limit}${cursor}`);
    expect(echoed).toBe(limit);
    names.push(...data.map(({ name }) => name));
    pages += 1;
    const last = data.at(-1);
    if (last_created_on === null) expect(last_client_id).toBeNull();
    else {
      expect({ id: last_client_id, date: last_created_on }).toEqual({
        id: last?.client_id,
        date: last?.created_on,
      });
    }
    cursor =
      last_created_on === null
        ? ''
        : `&last_client_id=${last_client_id}&last_created_on=${encodeURIComponent(last_created_on)}`;
  } while (cursor !== '');
  // Exact multiples too: a full last page is the last.
  expect(pages).toBe(Math.ceil(7 / limit));
  expect(names).toEqual([
    'Calendar Sync',
    'CRM Bridge',
    'Pocket Reader',
    'Report Builder',
    'Room Archiver',
    'Signing Desk',
    'Onboarding Kit',
  ]);
});

test('three clients with a limit of two: two, then one and no cursor', async () => {
  await using own = await started({ dialect: 'portal' });
  const clients = ['One client', 'Two client', 'Three client'].map((name) => ({ name }));
  await control(own, 'PUT', '/clients', { clients });
  const headers = { 'x-signature': await tokenOf(own) };
  const first = (await get(own, `${CLIENTS}/info?limit=2`, headers)).json as Page;
  expect(first.data).toHaveLength(2);
  const cursor = `last_client_id=${first.last_client_id}&last_created_on=${first.last_created_on}`;
  const second = (await get(own, `${CLIENTS}/info?limit=2&${cursor}`, headers)).json as Page;
  expect(second).toMatchObject({ limit: 2, last_client_id: null, last_created_on: null });
  expect(second.data).toHaveLength(1);
  expect(first.data.map(({ name }) => name)).not.toContain(second.data[0]?.name);
});

test('rows with the date of the cursor are skipped, and the id of the cursor is ignored', async () => {
  await using own = await started({ dialect: 'portal' });
  const date = '2026-01-01T00:00:00.000001Z';
  const clients = ['One', 'Two', 'Three'].map((name) => ({ name: `${name} client`, created_on: date }));
  expect((await control(own, 'PUT', '/clients', { clients })).status).toBe(200);
  const headers = { 'x-signature': await tokenOf(own) };
  const first = (await get(own, `${CLIENTS}?limit=2`, headers)).json as Page;
  expect(first.last_created_on).toBe(date);
  const next = await get(own, `${CLIENTS}?limit=2&last_created_on=${date}`, headers);
  expect(next.json).toEqual({ data: [], limit: 2, last_client_id: null, last_created_on: null });
  // A date cut to milliseconds lies before it, and skips them too.
  const cut = await get(own, `${CLIENTS}?limit=2&last_created_on=2026-01-01T00:00:00.000Z`, headers);
  expect((cut.json as Page).data).toEqual([]);
  const byId = await get(own, `${CLIENTS}?limit=2&last_client_id=${first.last_client_id}`, headers);
  expect(byId.json).toEqual(first);
});

test.each([
  { query: '', list: 200, info: 400 },
  { query: '?limit=0', list: 400, info: 400 },
  { query: '?limit=51', list: 400, info: 400 },
  { query: '?limit=abc', list: 500, info: 500 },
  { query: '?limit=5&last_created_on=2026-01-01', list: 500, info: 500 },
  { query: '?limit=5&last_created_on=2026-01-01T00:00:00', list: 500, info: 500 },
  { query: '?limit=5&last_created_on=1767225600', list: 500, info: 500 },
  { query: '?limit=5&last_created_on=2026-01-01T08:00:00+08:00', list: 500, info: 500 },
  { query: '?limit=5&last_created_on=2026-01-01T08:00:00%2B08:00', list: 200, info: 200 },
  { query: '?limit=5&ids=a&ids=b', list: 200, info: 200 },
])('$query: $list on the list, $info on the infos', async ({ query, list, info }) => {
  expect((await signed(CLIENTS + query)).status).toBe(list);
  expect((await signed(`${CLIENTS}/info${query}`)).status).toBe(info);
});

test('a limit out of range names the field, even to a guest; without one a page has thirty', async () => {
  for (const key of ['admin-1', 'guest-1']) {
    expect((await signed(`${CLIENTS}?limit=0`, key)).json).toMatchObject({
      instance: CLIENTS,
      errors: [{ field: 'limit', code: 'ErrorName' }],
    });
  }
  expect((await signed(`${CLIENTS}/info`)).json).not.toHaveProperty('errors');
  expect((await page('')).limit).toBe(30);
});

test('an administrator sees all clients of the tenant, a user only their own, a guest none', async () => {
  const all = (await page('limit=50')).data;
  const own = (await page('limit=50', 'user-1')).data;
  const others = (await page('limit=50', 'user-2')).data;
  expect(own.length).toBeGreaterThan(1);
  expect(own.map(({ client_id }) => client_id)).not.toEqual(others.map(({ client_id }) => client_id));
  expect(all.length).toBeGreaterThan(own.length);
  expect((await page('limit=50', 'user-99')).data).toEqual([]);
  const [mine, theirs] = [own[0]?.client_id, others[0]?.client_id];
  for (const suffix of ['', '/info']) {
    expect((await signed(`${CLIENTS}/${mine}${suffix}`, 'user-1')).status).toBe(200);
    expect((await signed(`${CLIENTS}/${theirs}${suffix}`, 'user-1')).status).toBe(404);
    expect((await signed(`${CLIENTS}/${theirs}${suffix}`)).status).toBe(200);
    const guest = await signed(`${CLIENTS}/${mine}${suffix}`, 'guest-1');
    expect(guest.json).toMatchObject({ status: 403, instance: `${CLIENTS}/${mine}${suffix}` });
  }
  expect((await signed(CLIENTS, 'guest-1')).json).toMatchObject({ status: 403 });
});

test('public information needs no signature and crosses tenants; a wrong signature gets a 403', async () => {
  await using own = await started({ dialect: 'portal' });
  await control(own, 'PUT', '/clients', { clients: [{ name: 'Foreign client', tenant: 2, enabled: false }] });
  const [{ client_id }] = (await control(own, 'GET', '/clients')).json as [Client];
  const path = `${CLIENTS}/${client_id}/public/info`;
  const signatures = await Promise.all(
    ['admin-1', 'user-2', 'guest-1'].map(async (key) => tokenOf(own, key)),
  );
  expect((await get(own, path)).json).toMatchObject({ name: 'Foreign client' });
  for (const token of signatures) {
    expect((await get(own, path, { 'x-signature': token })).status).toBe(200);
  }
  expect((await get(own, path, { 'x-signature': 'wrong' })).status).toBe(403);
  expect((await get(own, `${CLIENTS}/${ZERO_ID}/public/info`)).json).toMatchObject({ status: 404 });
  // To its own administrator it is unknown: it belongs to another portal.
  const admin = { 'x-signature': signatures[0] ?? '' };
  expect((await get(own, `${CLIENTS}/${client_id}`, admin)).status).toBe(404);
  expect((await get(own, CLIENTS, admin)).json).toMatchObject({ data: [] });
});

test.each([ZERO_ID, 'nonsense', '1-1-1-1-1'])('an unknown client gets a 404: %s', async (id) => {
  for (const suffix of ['', '/info', '/public/info']) {
    expect((await signed(`${CLIENTS}/${id}${suffix}`)).json).toMatchObject({
      status: 404,
      instance: `${CLIENTS}/${id}${suffix}`,
    });
  }
});

test('the newer prefix gives the same answers, and errors name the older path', async () => {
  const alias = '/api/2.0/oauth2/clients';
  expect((await signed(`${alias}?limit=3`)).json).toEqual(await page('limit=3'));
  expect((await signed(`${alias}/${ZERO_ID}`)).json).toMatchObject({
    status: 404,
    instance: `${CLIENTS}/${ZERO_ID}`,
  });
});

test('a disabled client is shown as disabled, and a deleted one is a 404', async () => {
  await using own = await started({ dialect: 'portal' });
  const headers = { 'x-signature': await tokenOf(own) };
  const { client_id } = await client('Report Builder');
  expect((await get(own, `${CLIENTS}/${client_id}`, headers)).json).toHaveProperty('enabled', false);
  expect((await control(own, 'DELETE', `/clients/${client_id}`)).status).toBe(200);
  expect((await get(own, `${CLIENTS}/${client_id}`, headers)).status).toBe(404);
  expect((await get(own, `${CLIENTS}/${client_id}/public/info`)).status).toBe(404);
});

test('unknown paths, media types and methods get a 403 without a body', async () => {
  const headers = { 'x-signature': await tokenOf(mock) };
  for (const answer of [
    await get(mock, '/api/2.0/nothing', headers),
    await get(mock, CLIENTS, { ...headers, accept: 'text/html' }),
  ]) {
    expect({ status: answer.status, text: answer.text }).toEqual({ status: 403, text: '' });
  }
  expect((await fetch(mock.url + CLIENTS, { method: 'POST', headers })).status).toBe(403);
});

test('the limit of a user: a 200 has its reset in seconds, a 429 in nanoseconds and no body', async () => {
  const headers = { 'x-signature': await tokenOf(mock, 'limited-1') };
  const first = await get(mock, CLIENTS, headers);
  expect(first.headers.get('x-ratelimit-remaining')).toBe('0');
  expect(Number(first.headers.get('x-ratelimit-reset'))).toBeLessThanOrEqual(60);
  const response = await fetch(mock.url + CLIENTS, { headers });
  expect(response.status).toBe(429);
  expect(await response.text()).toBe('');
  expect(Number(response.headers.get('x-ratelimit-reset'))).toBeGreaterThan(1e9);
  expect(response.headers.has('retry-after')).toBe(false);
});

test('the limit of the server: a 429 problem, after 25 requests for public information', async () => {
  await using own = await started({ dialect: 'portal', scenario: 'live-limits' });
  const path = `${CLIENTS}/${(await client('CRM Bridge')).client_id}/public/info`;
  const burst = await Promise.all(Array.from({ length: 60 }, async () => get(own, path)));
  const refused = burst.filter(({ status }) => status === 429);
  expect(burst.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(25);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.json).toMatchObject({ title: 'Too Many Requests', instance: path });
  expect(refused[0]?.headers.has('retry-after')).toBe(false);
});

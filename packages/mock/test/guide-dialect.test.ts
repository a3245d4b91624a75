import { afterAll, beforeAll, expect, test } from 'vitest';

import { ask, CLIENTS, get, started, ZERO_ID, type Client } from './started.ts';

let mock: Awaited<ReturnType<typeof started>>;
let clients: Client[] = [];
beforeAll(async () => {
  mock = await started({ clients: 5 });
  clients = envelope(await ask(mock, CLIENTS)) as Client[];
});
afterAll(async () => mock.close());

function envelope({ json }: { json: unknown }): unknown {
  return (json as { response: unknown }).response;
}

function client(name: string): Client {
  const found = clients.find((each) => each.name === name);
  if (!found) throw new Error(`No client ${name}`);
  return found;
}

test('the list has everything, newest first, and each id answers with its own client', async () => {
  expect(clients).toHaveLength(12);
  const dates = clients.map(({ created_on }) => Date.parse(created_on));
  expect(dates).toEqual(dates.toSorted((one, other) => other - one));
  for (const { client_id, name } of clients) {
    for (const path of [
      `${CLIENTS}/${client_id}`,
      `${CLIENTS}/${client_id}/info`,
      `${CLIENTS}/public/${client_id}/info`,
    ]) {
      const answer = await ask(mock, path);
      expect(answer.status).toBe(200);
      expect(answer.json).toMatchObject({
        response: { id: client_id, client_id, name },
        count: 1,
        status: 0,
        statusCode: 200,
      });
    }
  }
});

test('the secret is in clear in the extended record alone', async () => {
  const { client_id } = client('Calendar Sync');
  const [basic, extended, shown] = await Promise.all([
    ask(mock, `${CLIENTS}/${client_id}`),
    ask(mock, `${CLIENTS}/${client_id}/info`),
    get(mock, `${CLIENTS}/public/${client_id}/info`),
  ]);
  expect(envelope(extended)).toHaveProperty('client_secret', expect.stringMatching(/^.{36}$/u));
  expect(envelope(basic)).not.toHaveProperty('client_secret');
  expect(envelope(shown)).not.toHaveProperty('created_by');
  expect(clients.filter((each) => 'client_secret' in each)).toEqual([]);
});

test('ids gives the clients asked for, each once, in the order of the request, without unknown ones', async () => {
  const [first, second] = [client('Report Builder').client_id, client('Calendar Sync').client_id];
  const query = [first, ZERO_ID, second, first, 'nonsense'].map((id) => `ids=${id}`).join('&');
  const answer = await ask(mock, `${CLIENTS}/info?${query}`);
  expect((envelope(answer) as Client[]).map(({ client_id }) => client_id)).toEqual([first, second]);
  expect(answer.json).toHaveProperty('count', 2);
  expect(envelope(await ask(mock, `${CLIENTS}/info?ids=${ZERO_ID}`))).toEqual([]);
});

test.each([
  { path: `/${ZERO_ID}`, instance: `${CLIENTS}/${ZERO_ID}` },
  { path: '/nonsense', instance: `${CLIENTS}/nonsense` },
  { path: `/${ZERO_ID}/info`, instance: `${CLIENTS}/${ZERO_ID}/info` },
  { path: `/public/${ZERO_ID}/info`, instance: `${CLIENTS}/public/${ZERO_ID}/info` },
])('an unknown client is a 404 problem with its path: $path', async ({ path, instance }) => {
  const answer = await ask(mock, CLIENTS + path);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.json).toMatchObject({ status: 404, title: 'Not Found', instance });
});

test.each([
  { key: undefined, status: 401, detail: 'The request has no API key.' },
  { key: 'expired-1', status: 401, detail: 'The API key is not valid.' },
  { key: 'guest-1', status: 403, detail: 'Guests may not read OAuth2 clients.' },
  { key: 'restricted-1', status: 403, detail: 'Guests may not read OAuth2 clients.' },
])('key $key: $status on the four, 200 on the public one', async ({ key, status, detail }) => {
  const id = client('Calendar Sync').client_id;
  const headers: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` };
  for (const path of ['', `/${id}`, `/${id}/info`, `/info?ids=${id}`]) {
    expect((await get(mock, CLIENTS + path, headers)).json).toMatchObject({ status, detail });
  }
  expect((await get(mock, `${CLIENTS}/public/${id}/info`, headers)).status).toBe(200);
});

test.each([
  { path: '/%20', detail: 'The request has an invalid value.' },
  { path: '/info', detail: 'The parameter ids is missing.' },
  { path: '/info?ids=%20', detail: 'The request has an invalid value.' },
])('a wrong request is 400 before the role is looked at: $path', async ({ path, detail }) => {
  for (const key of ['admin-1', 'guest-1']) {
    expect((await ask(mock, CLIENTS + path, key)).json).toMatchObject({ status: 400, detail });
  }
});

test('a user sees only their own clients, and no extended record', async () => {
  const own = envelope(await ask(mock, CLIENTS, 'user-1')) as Client[];
  const owners = new Set(own.map(({ created_by }) => created_by));
  expect(owners.size).toBe(1);
  expect(own.length).toBeLessThan(clients.length);
  const foreign = clients.find(({ created_by }) => !owners.has(created_by))?.client_id ?? '';
  expect((await ask(mock, `${CLIENTS}/${own[0]?.client_id}`, 'user-1')).status).toBe(200);
  expect((await ask(mock, `${CLIENTS}/${foreign}`, 'user-1')).status).toBe(404);
  expect((await ask(mock, `${CLIENTS}/public/${foreign}/info`, 'user-1')).status).toBe(200);
  expect((await ask(mock, `${CLIENTS}/${own[0]?.client_id}/info`, 'user-1')).status).toBe(403);
  expect(envelope(await ask(mock, CLIENTS, 'user-99'))).toEqual([]);
});

test('a limited key gets its number of answers, then a 429 with its reset in seconds', async () => {
  const remaining: (string | null)[] = [];
  for (let call = 0; call < 2; call += 1) {
    const { status, headers } = await ask(mock, CLIENTS, 'limited-2-x');
    expect(status).toBe(200);
    remaining.push(headers.get('x-ratelimit-remaining'));
  }
  expect(remaining).toEqual(['1', '0']);
  const { json, headers } = await ask(mock, CLIENTS, 'limited-2-x');
  expect(json).toMatchObject({ status: 429 });
  expect(Number(headers.get('x-ratelimit-reset'))).toBeLessThanOrEqual(60);
  expect(headers.get('retry-after')).toBe(headers.get('x-ratelimit-reset'));
});

test('Prefer chooses any declared response, unless the request is refused', async () => {
  const prefer = async (value: string, key = 'admin-1'): Promise<{ status: number; json: unknown }> =>
    get(mock, CLIENTS, { authorization: `Bearer ${key}`, prefer: value });
  expect((await prefer('code=404')).json).toMatchObject({ detail: 'Nothing is served at this path.' });
  expect((await prefer('example=bare')).json).toHaveLength(7);
  expect((await prefer('code=500')).status).toBe(500);
  expect((await prefer('example=unknown')).json).toMatchObject({
    status: 404,
    detail: 'The 200 of getClients has no example "unknown".',
  });
  expect((await prefer('code=404, example=unknown')).status).toBe(404);
  expect((await prefer('code=many')).json).toMatchObject({
    status: 422,
    detail: 'The preferred code must be a status of three digits, not "many".',
  });
  expect((await prefer('code=200', 'expired-1')).status).toBe(401);
});

test('unknown paths, media types and methods get a 404, 406 and 405', async () => {
  expect((await ask(mock, '/api/2.0/nothing')).json).toMatchObject({ status: 404 });
  expect((await get(mock, CLIENTS, { authorization: 'Bearer a', accept: 'text/html' })).status).toBe(406);
  const post = await fetch(mock.url + CLIENTS, { method: 'POST' });
  expect(post.status).toBe(405);
});

test('/clients/info is never taken for an id', async () => {
  expect((await ask(mock, `${CLIENTS}/info?ids=${clients[0]?.client_id}`)).json).toHaveProperty('count', 1);
});

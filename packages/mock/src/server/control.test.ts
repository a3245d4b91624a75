import { expect, test } from 'vitest';

import { ask, CLIENTS, control, get, started, tokenOf, type Client } from '../../test/started.ts';

test('GET shows the state and the names of all scenarios', async () => {
  await using mock = await started({ clients: 3 });
  expect((await control(mock, 'GET', '')).json).toEqual({
    dialect: 'guide',
    scenario: 'normal',
    scenarios: expect.arrayContaining([
      'normal',
      'empty',
      'slow',
      'flaky',
      'down',
      'rate-limited',
      'huge',
    ]) as unknown,
    latency: null,
    clients: 10,
    requests: 0,
  });
});

test('PUT scenario sets the scenario, POST reset takes it back', async () => {
  await using mock = await started();
  expect((await control(mock, 'PUT', '/scenario', { name: 'empty' })).json).toMatchObject({
    scenario: 'empty',
    clients: 0,
  });
  expect((await ask(mock, CLIENTS)).json).toMatchObject({ response: [], count: 0 });
  expect((await control(mock, 'GET', '/scenario')).json).toMatchObject({ name: 'empty', clients: [] });
  await control(mock, 'POST', '/reset');
  expect((await ask(mock, CLIENTS)).json).toMatchObject({ count: 7 });
});

test('PUT dialect answers in the other dialect and keeps the scenario, POST reset goes back', async () => {
  await using mock = await started({ scenario: 'empty' });
  expect((await ask(mock, CLIENTS)).json).toMatchObject({ response: [] });
  const changed = await control(mock, 'PUT', '/dialect', { name: 'portal' });
  expect(changed.json).toMatchObject({ dialect: 'portal', scenario: 'empty', clients: 0 });
  expect(mock.dialect).toBe('portal');
  // A portal takes no key here.
  expect((await ask(mock, CLIENTS)).status).toBe(403);
  expect((await get(mock, CLIENTS, { 'x-signature': await tokenOf(mock) })).json).toMatchObject({ data: [] });
  expect((await control(mock, 'POST', '/reset')).json).toMatchObject({ dialect: 'guide' });
  expect((await ask(mock, CLIENTS)).status).toBe(200);
});

test('PUT dialect refuses what is no dialect, and nothing changes', async () => {
  await using mock = await started({ dialect: 'portal' });
  const refused = await control(mock, 'PUT', '/dialect', { name: 'klingon' });
  expect([refused.status, refused.json]).toMatchObject([
    400,
    { detail: 'Send {"name": "guide"} or {"name": "portal"}.' },
  ]);
  expect((await control(mock, 'GET', '')).json).toMatchObject({ dialect: 'portal' });
});

test('a list of clients that is refused changes nothing: scenario, latency and clients stay', async () => {
  await using mock = await started();
  await control(mock, 'PUT', '/clients', { clients: [{ name: 'Mine' }] });
  await control(mock, 'PUT', '/latency', 1);
  const before = (await control(mock, 'GET', '')).json;
  const refused = await control(mock, 'PUT', '/clients', { clients: [{ name: 5 }] });
  expect([refused.status, refused.json]).toMatchObject([
    400,
    { detail: expect.stringContaining('/name') as string },
  ]);
  expect((await control(mock, 'GET', '')).json).toEqual(before);
});

test('PUT latency takes a number or a range', async () => {
  await using mock = await started();
  for (const latency of [60, { min: 60, max: 70 }]) {
    expect((await control(mock, 'PUT', '/latency', latency)).status).toBe(200);
    const start = performance.now();
    await ask(mock, CLIENTS);
    // A timer may fire a millisecond early.
    expect(performance.now() - start).toBeGreaterThanOrEqual(59);
  }
  expect((await control(mock, 'PUT', '/latency', null)).json).toMatchObject({ latency: null });
});

test('PUT clients fills in missing fields, and a change of scenario keeps the clients', async () => {
  await using mock = await started();
  const clients = [
    { name: 'Mine', enabled: false },
    { name: 'Other', client_secret: 'not to be shown' },
  ];
  expect((await control(mock, 'PUT', '/clients', { clients })).json).toMatchObject({ clients: 2 });
  const list = (await ask(mock, CLIENTS)).json as { response: Client[] };
  expect(list.response.map(({ name }) => name).toSorted()).toEqual(['Mine', 'Other']);
  expect((await control(mock, 'GET', '/clients')).text).not.toContain('not to be shown');
  await mock.setScenario('slow');
  expect((await control(mock, 'GET', '')).json).toMatchObject({ clients: 2 });
  expect((await control(mock, 'PUT', '/clients', { more: 20 })).json).toMatchObject({ clients: 27 });
});

test('clients that break the contract are refused with a JSON pointer, and nothing changes', async () => {
  await using mock = await started();
  const refused = await control(mock, 'PUT', '/clients', { clients: [{ name: 'No' }] });
  expect(refused.json).toMatchObject({
    status: 400,
    detail: expect.stringMatching(
      /^The client "No" breaks the contract: \/response\/body\/.*name/u,
    ) as unknown,
  });
  expect((await control(mock, 'GET', '')).json).toMatchObject({ clients: 7 });
});

test('GET requests lists the requests without secrets', async () => {
  await using mock = await started();
  await ask(mock, `${CLIENTS}?a=b`, 'admin-hidden');
  const [recorded] = mock.requests;
  expect(recorded).toMatchObject({
    id: 1,
    method: 'GET',
    url: `${CLIENTS}?a=b`,
    operationId: 'getClients',
    status: 200,
  });
  expect((await control(mock, 'GET', '/requests')).text).not.toContain('admin-hidden');
  expect((await control(mock, 'DELETE', '/requests')).json).toMatchObject({ requests: 0 });
  expect(mock.requests).toEqual([]);
});

test.each([
  { method: 'PUT', path: '/scenario', body: { name: 'sunny' }, detail: 'There is no scenario "sunny"' },
  { method: 'PUT', path: '/scenario', body: {}, detail: 'Send {"name": "slow"}' },
  { method: 'PUT', path: '/latency', body: 'soon', detail: 'Send milliseconds' },
  { method: 'PUT', path: '/latency', body: { min: 9, max: 1 }, detail: 'Send milliseconds' },
  { method: 'PUT', path: '/clients', body: { more: -1 }, detail: 'Send {"clients"' },
  { method: 'DELETE', path: '/clients/nobody', body: undefined, detail: 'Name an existing client' },
  { method: 'GET', path: '/nothing', body: undefined, detail: 'There is GET /__mock/' },
])('a mistake gives one sentence: $method $path $body', async ({ method, path, body, detail }) => {
  await using mock = await started();
  const { json, status } = await control(mock, method, path, body);
  expect(status).toBe(path === '/nothing' ? 404 : 400);
  expect((json as { detail: string }).detail).toContain(detail);
});

test('a body that is not JSON gives one sentence', async () => {
  await using mock = await started();
  const response = await fetch(`${mock.url}/__mock/scenario`, { method: 'PUT', body: '{' });
  expect(await response.json()).toMatchObject({ status: 400, detail: 'The body is not JSON.' });
});

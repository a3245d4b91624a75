import { expect, test } from 'vitest';

import { ask, CLIENTS, control, get, started, tokenOf } from '../../test/started.ts';

test('down: every request gets the HTML page of a web server', async () => {
  await using mock = await started({ scenario: 'down' });
  const answer = await ask(mock, CLIENTS);
  expect({ status: answer.status, type: answer.headers.get('content-type') }).toEqual({
    status: 502,
    type: 'text/html',
  });
  expect(answer.text).toContain('<title>502 Bad Gateway</title>');
  expect(mock.requests[0]).toMatchObject({ fault: 'html', status: 502 });
});

test('rate-limited: a 429 in the form of each dialect', async () => {
  await using guide = await started({ scenario: 'rate-limited' });
  await using portal = await started({ dialect: 'portal' });
  const token = await tokenOf(portal);
  await portal.setScenario('rate-limited');
  const [one, other] = [await ask(guide, CLIENTS), await get(portal, CLIENTS, { 'x-signature': token })];
  expect(one.headers.get('retry-after')).toBe('60');
  expect(one.json).toMatchObject({ status: 429 });
  expect({ status: other.status, text: other.text, reset: other.headers.get('x-ratelimit-reset') }).toEqual({
    status: 429,
    text: '',
    reset: '300000000',
  });
});

test('failing: the 500 of the contract', async () => {
  await using mock = await started({ scenario: 'failing' });
  expect((await ask(mock, CLIENTS)).json).toMatchObject({
    status: 500,
    detail: 'The request could not be handled.',
  });
});

test('disconnecting: the connection is reset', async () => {
  await using mock = await started({ scenario: 'disconnecting' });
  const error: unknown = await ask(mock, CLIENTS).catch((thrown: unknown) => thrown);
  expect(error).toHaveProperty('cause.code', expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/u));
  expect(mock.requests[0]).toMatchObject({ fault: 'reset', status: undefined });
});

test('truncated: JSON that stops half way', async () => {
  await using mock = await started({ scenario: 'truncated' });
  const response = await fetch(mock.url + CLIENTS, { headers: { authorization: 'Bearer admin-1' } });
  expect(response.status).toBe(200);
  await expect(response.json()).rejects.toThrow(SyntaxError);
});

test('stalled: the body never ends, and the mock can still be closed', async () => {
  const mock = await started({ scenario: 'stalled' });
  const response = await fetch(mock.url + CLIENTS, { headers: { authorization: 'Bearer admin-1' } });
  const reader = response.body?.getReader();
  expect((await reader?.read())?.value?.length).toBeGreaterThan(100);
  const rest = reader?.read();
  await mock.close();
  await expect(rest).rejects.toThrow('terminated');
});

test('slow: a mock that is closed does not wait for its delayed answers', async () => {
  const mock = await started({ latency: 60_000 });
  const waiting = ask(mock, CLIENTS).then(
    () => 'answered',
    () => 'cut',
  );
  // Answered without delay, so the request before it has come too.
  await control(mock, 'GET', '');
  const start = performance.now();
  await mock.close();
  // A small part of the minute that the answer would have taken.
  expect(performance.now() - start).toBeLessThan(20_000);
  expect(await waiting).toBe('cut');
});

test('flaky: the same seed fails in the same order, again after a reset', async () => {
  const statuses = async (mock: Awaited<ReturnType<typeof started>>): Promise<(number | string)[]> => {
    const seen: (number | string)[] = [];
    for (let call = 0; call < 40; call += 1) {
      seen.push(
        await get(mock, CLIENTS, { authorization: 'Bearer a' }).then(
          ({ status }) => status,
          () => 'broken',
        ),
      );
    }
    return seen;
  };
  await using one = await started({ scenario: 'flaky', seed: 7 });
  await using other = await started({ scenario: 'flaky', seed: 7 });
  const seen = await statuses(one);
  expect(new Set(seen).size).toBeGreaterThan(2);
  expect(await statuses(other)).toEqual(seen);
  await one.reset();
  expect(await statuses(one)).toEqual(seen);
});

test('a preferred response is sent in any scenario', async () => {
  await using mock = await started({ scenario: 'down' });
  expect((await get(mock, CLIENTS, { authorization: 'Bearer a', prefer: 'example=empty' })).status).toBe(200);
});

test('huge: the list has ten thousand clients more', async () => {
  await using mock = await started({ scenario: 'huge' });
  expect((await ask(mock, CLIENTS)).json).toHaveProperty('count', 10_007);
  // Another long list in between is not mistaken for it.
  const { count } = (await ask(mock, CLIENTS, 'user-1')).json as { count: number };
  expect(count).toBeGreaterThan(1000);
  expect(count).toBeLessThan(9000);
  expect((await ask(mock, CLIENTS)).json).toHaveProperty('count', 10_007);
});

import { rawRequest } from '@docspace-oauth/testing/raw-request';
import { expect, test } from 'vitest';

import { ask, CLIENTS, started } from '../../test/started.ts';

const EVIL = 'https://evil.example';

test.each([
  { cors: 'open', headers: { origin: EVIL } },
  { cors: 'strict', headers: { origin: EVIL } },
  { cors: 'open', headers: { origin: 'null' } },
  { cors: 'open', headers: { host: 'evil.example' } },
  { cors: 'strict', headers: { host: 'evil.example' } },
  { cors: 'open', headers: { 'sec-fetch-site': 'cross-site' } },
] as const)('$cors: a page of another site may not change the mock: $headers', async ({ cors, headers }) => {
  await using mock = await started({ cors });
  for (const method of ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS']) {
    const body = method === 'PUT' ? '{"name":"down"}' : undefined;
    const path = method === 'POST' ? '/__mock/reset' : '/__mock/scenario';
    const asked = method === 'OPTIONS' ? { 'access-control-request-method': 'PUT' } : {};
    const answer = await rawRequest(mock.url, path, {
      method,
      headers: { ...headers, ...asked },
      ...(body !== undefined && { body }),
    });
    expect(answer.status).toBe(403);
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  }
  expect((await ask(mock, CLIENTS)).status).toBe(200);
});

test.each(['http://localhost:5173', 'http://127.0.0.1:8080', 'http://[::1]:3000'])(
  'a page of this machine may, %s, and so may a program',
  async (origin) => {
    await using mock = await started();
    for (const headers of [{ origin }, {}]) {
      const answer = await rawRequest(mock.url, '/__mock/scenario', {
        method: 'PUT',
        headers: { ...headers, 'content-type': 'application/json' },
        body: '{"name":"slow"}',
      });
      expect([answer.status, JSON.parse(answer.text)]).toMatchObject([200, { scenario: 'slow' }]);
    }
  },
);

test('the API itself is open to every page', async () => {
  await using mock = await started();
  const answer = await rawRequest(mock.url, CLIENTS, {
    headers: { origin: EVIL, host: 'mock.internal', authorization: 'Bearer admin-1' },
  });
  expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([200, EVIL]);
});

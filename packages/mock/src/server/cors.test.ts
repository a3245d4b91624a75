import { expect, test } from 'vitest';

import { CLIENTS, started } from '../../test/started.ts';

const preflight = {
  origin: 'http://app.example',
  'access-control-request-method': 'GET',
  'access-control-request-headers': 'authorization,x-signature,prefer',
};

test('open: a preflight gets what it asks for, and responses expose the rate headers', async () => {
  await using mock = await started();
  const asked = await fetch(mock.url + CLIENTS, { method: 'OPTIONS', headers: preflight });
  expect(asked.status).toBe(204);
  expect(asked.headers.get('access-control-allow-origin')).toBe('http://app.example');
  expect(asked.headers.get('access-control-allow-headers')).toBe('authorization,x-signature,prefer');
  const answer = await fetch(mock.url + CLIENTS, { headers: { origin: 'http://app.example' } });
  expect(answer.status).toBe(401);
  expect(answer.headers.get('access-control-allow-origin')).toBe('http://app.example');
  expect(answer.headers.get('access-control-expose-headers')).toContain('X-Ratelimit-Remaining');
  expect(answer.headers.get('vary')).toBe('Origin');
});

test.each([
  { dialect: 'guide', status: 405 },
  { dialect: 'portal', status: 403 },
] as const)(
  'strict: a preflight gets $status without CORS headers in the $dialect dialect',
  async ({ dialect, status }) => {
    await using mock = await started({ dialect, cors: 'strict' });
    const asked = await fetch(mock.url + CLIENTS, { method: 'OPTIONS', headers: preflight });
    expect(asked.status).toBe(status);
    const answer = await fetch(mock.url + CLIENTS, { headers: { origin: 'http://app.example' } });
    for (const { headers } of [asked, answer]) {
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  },
);

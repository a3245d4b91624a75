import { rawRequest } from '@docspace-oauth/testing/raw-request';
import { expect, test } from 'vitest';

import { started } from '../../test/started.ts';

const headers = { authorization: 'Bearer admin-1', origin: 'http://app.example' };

test.each([
  { path: '/api/2.0/clients/%zz', more: {}, status: 404 },
  { path: '/api/2.0/clients/../clients', more: {}, status: 404 },
  { path: '/api/2.0/clients', more: { accept: 'garbage' }, status: 406 },
  { path: '*', more: {}, status: 404 },
])(
  '$path with $more is answered as sent, recorded, and readable by a page',
  async ({ path, more, status }) => {
    await using mock = await started();
    const answer = await rawRequest(mock.url, path, { headers: { ...headers, ...more } });
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toMatchObject({ status });
    expect(answer.headers['access-control-allow-origin']).toBe('http://app.example');
    expect(mock.requests).toMatchObject([{ url: path, status }]);
  },
);

test('headers are sent in the order of the simulator, with the case of the contract', async () => {
  await using mock = await started({ cors: 'strict' });
  const response = await rawRequest(mock.url, '/api/2.0/clients', { headers });
  expect(Object.keys(response.headers).slice(0, 4)).toEqual([
    'content-type',
    'x-ratelimit-remaining',
    'x-ratelimit-reset',
    'content-length',
  ]);
});

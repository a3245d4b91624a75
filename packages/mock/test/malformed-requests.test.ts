import { rawRequest } from '@docspace-oauth/testing/raw-request';
import { dialects } from '@docspace-oauth/openapi';
import { expect, test } from 'vitest';

import { CLIENTS, started, tokenOf } from './started.ts';

const ORIGIN = 'http://app.example';

test.each([
  { dialect: 'guide', path: `${CLIENTS}/%zz`, accept: '*/*', status: 404 },
  { dialect: 'guide', path: CLIENTS, accept: 'garbage', status: 406 },
  { dialect: 'portal', path: `${CLIENTS}/%zz`, accept: '*/*', status: 400 },
  { dialect: 'portal', path: CLIENTS, accept: 'garbage', status: 403 },
] as const)(
  '$dialect: $path with Accept $accept is an answer of the API, recorded, with CORS headers',
  async (row) => {
    await using mock = await started({ dialect: row.dialect });
    const credential: Record<string, string> =
      row.dialect === 'guide' ? { authorization: 'Bearer admin-1' } : { 'x-signature': await tokenOf(mock) };
    const headers = { ...credential, accept: row.accept, origin: ORIGIN };
    const answer = await rawRequest(mock.url, row.path, { headers });
    expect(answer.status).toBe(row.status);
    expect(answer.headers['access-control-allow-origin']).toBe(ORIGIN);
    expect(mock.requests.at(-1)).toMatchObject({ url: row.path, status: row.status });
  },
);

test.each([
  { dialect: 'guide', status: 405, allow: 'GET, HEAD' },
  { dialect: 'portal', status: 403, allow: 'GET' },
] as const)(
  '$dialect: POST is $status with Allow, and HEAD has the headers of GET and no body',
  async (row) => {
    await using mock = await started({ dialect: row.dialect });
    const headers: Record<string, string> =
      row.dialect === 'guide' ? { authorization: 'Bearer admin-1' } : { 'x-signature': await tokenOf(mock) };
    const post = await rawRequest(mock.url, CLIENTS, { method: 'POST', headers });
    expect([post.status, post.headers.allow]).toEqual([row.status, row.allow]);
    const [get, head] = [
      await rawRequest(mock.url, CLIENTS, { headers }),
      await rawRequest(mock.url, CLIENTS, { method: 'HEAD', headers }),
    ];
    const { date: _, ...ofGet } = get.headers;
    expect(head).toMatchObject({ status: 200, text: '', headers: ofGet });
  },
);

test.each(dialects)('%s: a status with an example that it has not is a 404 problem', async (dialect) => {
  await using mock = await started({ dialect });
  const credential: Record<string, string> =
    dialect === 'guide' ? { authorization: 'Bearer admin-1' } : { 'x-signature': await tokenOf(mock) };
  const answer = await rawRequest(mock.url, CLIENTS, {
    headers: { ...credential, prefer: 'code=404, example=x' },
  });
  expect([answer.status, answer.headers['content-type']]).toEqual([404, 'application/problem+json']);
});

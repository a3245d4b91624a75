import { createHash } from 'node:crypto';

import { rawRequest } from '@docspace-oauth/testing/raw-request';
import { dialects } from '@docspace-oauth/openapi';
import { expect, test } from 'vitest';

import { control, get, started } from '../../test/started.ts';

const HTML = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

test.each(dialects)(
  '%s: a person gets a page that loads nothing and runs nothing, and whose links work',
  async (dialect) => {
    await using mock = await started({ dialect });
    const page = await get(mock, '/', HTML);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.text).toContain(`the <strong>${dialect}</strong> dialect`);
    expect(page.text).not.toMatch(/<script|<img|<link|\bon\w+=|https?:/u);
    const links = [...page.text.matchAll(/href="([^"]+)"/gu)].map(([, link = '']) => link);
    expect(links).toHaveLength(4);
    for (const link of links) expect((await get(mock, link)).status).toBe(200);
    // It is nothing that was asked of the API.
    expect(mock.requests.map(({ url }) => url)).not.toContain('/');
  },
);

test('of styles only those of the page itself are allowed', async () => {
  await using mock = await started();
  const { headers, text } = await get(mock, '/', HTML);
  const style = /<style>([^<]+)<\/style>/u.exec(text)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(style).not.toBe('');
  expect(headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}';`);
  expect(headers.get('content-security-policy')).not.toContain('unsafe');
});

test('what comes from data is escaped', async () => {
  await using mock = await started();
  await control(mock, 'PUT', '/clients', { clients: [{ name: '<b>"bold" & \'more\'</b>' }] });
  expect((await get(mock, '/', HTML)).text).toContain(
    '&#60;b&#62;&#34;bold&#34; &#38; &#39;more&#39;&#60;/b&#62;',
  );
});

test.each([
  { dialect: 'guide', status: 404 },
  { dialect: 'portal', status: 403 },
] as const)('$dialect: a program gets what the API has there: $status', async ({ dialect, status }) => {
  await using mock = await started({ dialect });
  for (const headers of [{}, { accept: '*/*' }]) {
    expect((await rawRequest(mock.url, '/', { headers })).status).toBe(status);
  }
});

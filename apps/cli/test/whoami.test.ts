import { expect, test } from 'vitest';

import { startPortal } from './portals.ts';

test.each([
  { key: 'admin-1', role: 'administrator', mayList: true },
  { key: 'user-1', role: 'user', mayList: true },
  { key: 'guest-1', role: 'guest', mayList: false },
  { key: 'closed-1', role: 'guest', mayList: false },
])('the key $key of a portal: $role', async ({ key, role, mayList }) => {
  const { command } = await startPortal({ dialect: 'portal' }, key);
  const { code, out } = await command(['whoami', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ role, may_list: mayList, requests_left: 199, tenant: '1' });
  expect(out).not.toContain(key);
});

test.each([
  { dialect: 'portal', key: 'expired-1', error: 'unauthorized, status 401' },
  { dialect: 'portal', key: 'restricted-1', error: 'forbidden, status 403' },
  { dialect: 'guide', key: 'expired-1', error: 'unauthorized, status 401' },
  { dialect: 'guide', key: 'guest-1', error: 'forbidden, status 403' },
] as const)('a key that is refused is a failed call ($dialect, $key)', async ({ dialect, key, error }) => {
  const { command } = await startPortal({ dialect }, key);
  const { code, out, err } = await command(['whoami']);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(new RegExp(`^Error: ${error}: `, 'u'));
});

test('one exchange of the key and one request are all that is sent', async () => {
  const { mock, command } = await startPortal({ dialect: 'portal' });
  const { out } = await command(['whoami']);
  expect(mock.requests.map(({ url }) => url.split('?')[0])).toEqual([
    '/api/2.0/security/oauth2/token',
    '/api/2.0/clients',
  ]);
  expect(out).not.toMatch(/eyJ|admin-1/u);
});

import { SignJWT } from 'jose';
import { expect, test } from 'vitest';

import { createTokens } from './tokens.ts';

const NOW_S = Date.UTC(2026, 0, 1) / 1000;
const secret = new TextEncoder().encode('only for this test, 32 bytes long');
const tokens = createTokens({
  issuer: () => 'https://portal.example',
  ttlSeconds: 300,
  tenant: '1',
  now: () => NOW_S * 1000,
  secret,
});

const CLAIMS = {
  sub: 'u',
  user_id: 'u',
  user_name: 'Name',
  user_email: 'name@example.com',
  tenant_id: '1',
  tenant_url: 'https://portal.example',
  is_admin: 'true',
  is_guest: 'false',
  is_public: 'true',
};

async function sign(
  claims: Record<string, unknown>,
  key: Uint8Array = secret,
  alg = 'HS256',
): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg }).sign(key);
}

async function roleOf(changes: Record<string, unknown>): Promise<string | undefined> {
  return (await tokens.verify(await sign({ ...CLAIMS, ...changes })))?.role;
}

test.each([
  { role: 'admin', is_admin: 'true', is_guest: 'false', is_public: 'true' },
  { role: 'admin', is_admin: 'true', is_guest: 'false', is_public: 'false' },
  { role: 'user', is_admin: 'false', is_guest: 'false', is_public: 'true' },
  { role: 'guest', is_admin: 'false', is_guest: 'true', is_public: 'true' },
  { role: 'closed', is_admin: 'false', is_guest: 'false', is_public: 'false' },
  { role: 'closed', is_admin: undefined, is_guest: undefined, is_public: undefined },
])('the claims decide the role: %o', async ({ role, ...claims }) => {
  expect(await roleOf(claims)).toBe(role);
});

test.each([
  { exp: NOW_S + 300, accepted: true },
  { exp: NOW_S - 58, accepted: true },
  { exp: NOW_S - 62, accepted: false },
  { exp: undefined, accepted: true },
])('a token with exp $exp, accepted: $accepted', async ({ exp, accepted }) => {
  expect((await roleOf({ exp })) !== undefined).toBe(accepted);
});

test.each([
  { user_name: '' },
  { user_name: ' ' },
  { user_email: '' },
  { tenant_url: ' ' },
  { user_email: undefined },
  { user_id: undefined },
])('a blank or missing claim is refused: %o', async (changes) => {
  expect(await roleOf(changes)).toBeUndefined();
});

test('issuer and audience are not looked at', async () => {
  expect(await roleOf({ iss: 'https://other.example', aud: 'https://other.example' })).toBe('admin');
});

test('another key, another algorithm and other text are refused', async () => {
  const other = new TextEncoder().encode(
    'another key for this test, longer than 64 bytes, as HS512 wants it.',
  );
  for (const token of [
    await sign(CLAIMS, other),
    await sign(CLAIMS, other, 'HS512'),
    `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify(CLAIMS))}.`,
    'garbage',
  ]) {
    expect(await tokens.verify(token)).toBeUndefined();
  }
});

test.each(['admin', 'user', 'guest', 'closed'] as const)(
  'a token issued to %s is good for that role',
  async (role) => {
    const token = await tokens.issue({ role, userId: 'u' }, role);
    expect(await tokens.verify(token)).toEqual({ role, userId: 'u' });
  },
);

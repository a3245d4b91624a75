import { createHash } from 'node:crypto';

import { expect, test } from 'vitest';

import { authorizeLink, createProtection, portalOrigin } from './authorization.ts';

test('the challenge is the S256 of the verifier, and nothing comes twice', async () => {
  const [one, two] = [await createProtection(), await createProtection()];
  expect(one.challenge).toBe(createHash('sha256').update(one.verifier).digest('base64url'));
  expect(one.verifier).toMatch(/^[\w-]{43}$/u);
  expect(new Set([one.state, one.verifier, two.state, two.verifier]).size).toBe(4);
});

test('the link has the values encoded, and not the verifier', async () => {
  const protection = await createProtection();
  const link = authorizeLink({
    portal: 'https://portal.example.com',
    clientId: 'a-1',
    redirectUri: 'https://app.example.com/cb?x=1&y=2',
    scopes: ['files:read', 'openid'],
    protection,
  });
  const url = new URL(link);
  expect(url.origin + url.pathname).toBe('https://portal.example.com/oauth2/authorize');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    response_type: 'code',
    client_id: 'a-1',
    redirect_uri: 'https://app.example.com/cb?x=1&y=2',
    scope: 'files:read openid',
    state: protection.state,
    code_challenge: protection.challenge,
    code_challenge_method: 'S256',
  });
  expect(link).toContain('scope=files%3Aread%20openid');
  expect(link).not.toContain(protection.verifier);
});

test.each([
  ['https://portal.example.com/', 'https://portal.example.com'],
  ['portal.example.com', 'https://portal.example.com'],
  ['http://localhost:8092/x', 'http://localhost:8092'],
  ['https://user:pw@portal.example.com', undefined],
  ['javascript:alert(1)', undefined],
  ['', undefined],
])('the portal %j is %j', (text, origin) => {
  expect(portalOrigin(text)).toBe(origin);
});

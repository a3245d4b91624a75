import { expect, test } from 'vitest';

import { hideKey, redact } from './redact.ts';

const apiKey = 'sk-0123456789abcdef';

test('secrets are masked at any depth, and an absent secret stays null', () => {
  const data = { client_secret: 'a', list: [{ clientSecret: 'b' }], none: { client_secret: null } };
  expect(redact(data, { apiKey })).toEqual({
    client_secret: '••••',
    list: [{ clientSecret: '••••' }],
    none: { client_secret: null },
  });
});

test.each([{ showSecrets: true }, { showSecrets: false }])(
  'an API key that a server sends back is masked in any text with $showSecrets for showSecrets',
  ({ showSecrets }) => {
    expect(redact([{ name: `it was ${apiKey}`, list: [apiKey] }], { apiKey, showSecrets })).toEqual([
      { name: 'it was ••••', list: ['••••'] },
    ]);
  },
);

test('with showSecrets a secret is in clear', () => {
  const data = { client_secret: 'a' };
  expect(redact(data, { apiKey, showSecrets: true })).toEqual(data);
});

test('the API key is masked in a URL', () => {
  expect(hideKey(`/a?key=${apiKey}`, apiKey)).toBe('/a?key=••••');
});

test('a key of less than 8 characters masks nothing', () => {
  expect(hideKey('any text', 'any')).toBe('any text');
});

import { expect, test } from 'vitest';
import { messages } from '../../test/check-rule.ts';
import { redirectUriWildcard } from './redirect-uri-wildcard.ts';

test('an asterisk anywhere is a finding, also one that is written as %2A in the host', () => {
  const redirect_uris = [
    'https://*.a.example/',
    'https://a.example/*',
    'https://%2A.a.example/',
    'https://a.example/',
  ];
  expect(messages(redirectUriWildcard, { redirect_uris })).toEqual([
    'The redirect URI "https://*.a.example/" contains a wildcard.',
    'The redirect URI "https://a.example/*" contains a wildcard.',
    'The redirect URI "https://%2A.a.example/" contains a wildcard.',
  ]);
});

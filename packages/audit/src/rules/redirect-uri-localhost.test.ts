import { expect, test } from 'vitest';
import { messages } from '../../test/check-rule.ts';
import { redirectUriLocalhost } from './redirect-uri-localhost.ts';

test('localhost is a finding, an address of the same machine is none', () => {
  const redirect_uris = ['http://localhost:8080/cb', 'http://127.0.0.1:8080/cb', 'http://[::1]:8080/cb'];
  expect(messages(redirectUriLocalhost, { redirect_uris })).toEqual([
    'The redirect URI "http://localhost:8080/cb" names the user’s machine as localhost.',
  ]);
});

test('a name that only contains localhost is none', () => {
  const redirect_uris = [
    'https://localhost.example/cb',
    'https://mylocalhost/cb',
    'https://a.example/localhost',
  ];
  expect(messages(redirectUriLocalhost, { redirect_uris })).toEqual([]);
});

import { expect, test } from 'vitest';
import { messages } from '../../test/check-rule.ts';
import { redirectUriUserInformation } from './redirect-uri-user-information.ts';

test('user information is a finding that does not show it', () => {
  const redirect_uris = ['https://ann:s3cret@a.example/cb', 'https://@b.example/'];
  expect(messages(redirectUriUserInformation, { redirect_uris })).toEqual([
    'The redirect URI "https://••••@a.example/cb" has user information before its host.',
    'The redirect URI "https://••••@b.example/" has user information before its host.',
  ]);
});

test('an @ after the host is none, nor is one in a scheme without a host', () => {
  const redirect_uris = [
    'https://a.example/@ann',
    'https://a.example?to=a@b.example',
    'com.example.app:/cb@1',
  ];
  expect(messages(redirectUriUserInformation, { redirect_uris })).toEqual([]);
});

import { expect, test } from 'vitest';
import { messages } from '../../test/check-rule.ts';
import { redirectUriNotAbsolute } from './redirect-uri-not-absolute.ts';

test.each([
  ['', 'The redirect URI "" is blank.'],
  ['a.example/cb', 'The redirect URI "a.example/cb" has no scheme.'],
  ['a.example:8443', 'The redirect URI "a.example:8443" has no scheme.'],
  [
    ' https://a.example',
    'The redirect URI " https://a.example" contains white space or a control character.',
  ],
  [
    'https://a.example/\u0007',
    'The redirect URI "https://a.example/\\u{0007}" contains white space or a control character.',
  ],
  [
    'https:\\\\a.example',
    'The redirect URI "https:\\\\a.example" contains a backslash, which programs read in different ways.',
  ],
  ['https:a.example', 'The redirect URI "https:a.example" has no host after its scheme.'],
  ['https://?x', 'The redirect URI "https://?x" has no host after its scheme.'],
  [
    'JavaScript:alert(1)',
    'The redirect URI "JavaScript:alert(1)" leads to no app, but into the browser itself.',
  ],
  ['https://a.example:x', 'The redirect URI "https://a.example:x" cannot be read as a URI.'],
])('%j is a finding that says why', (uri, message) => {
  expect(messages(redirectUriNotAbsolute, { redirect_uris: [uri] })).toEqual([message]);
});

test('schemes of apps and names in other scripts are none', () => {
  const redirect_uris = [
    'com.example.app:/cb',
    'claude://cb',
    'HTTPS://A.example',
    'https://bücher.example/ü',
    'http://[::1]:80/',
  ];
  expect(messages(redirectUriNotAbsolute, { redirect_uris })).toEqual([]);
});

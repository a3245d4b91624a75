import { expect, test } from 'vitest';
import { levels, messages } from '../../test/check-rule.ts';
import { allowedOriginMalformed } from './allowed-origin-malformed.ts';

test.each([
  ['*', 'contains a wildcard'],
  ['a.example', 'has no scheme'],
  ['null', 'has no scheme'],
  ['https://a.example/app', 'has a path'],
  ['https://a.example?', 'has a query'],
  ['https://a.example#', 'has a fragment'],
  ['https://a.example/', 'ends in a slash, with which no browser sends it'],
])('%s is a finding that says why', (origin, problem) => {
  expect(messages(allowedOriginMalformed, { allowed_origins: [origin] })).toEqual([
    `The allowed origin "${origin}" ${problem}.`,
  ]);
});

test('user information is a finding that does not show it', () => {
  expect(messages(allowedOriginMalformed, { allowed_origins: ['https://ann:pw@a.example'] })).toEqual([
    'The allowed origin "https://••••@a.example" has user information.',
  ]);
});

test('a final slash is a note, a path is a warning', () => {
  const allowed_origins = ['https://a.example/', 'https://a.example/app'];
  expect(levels(allowedOriginMalformed, { allowed_origins })).toEqual(['note', 'warning']);
});

test('an origin with a port, with a default port or in capitals is none, nor is one of another scheme', () => {
  const allowed_origins = [
    'https://a.example:8443',
    'https://a.example:443',
    'HTTPS://A.EXAMPLE',
    'claude://app',
  ];
  expect(messages(allowedOriginMalformed, { allowed_origins })).toEqual([]);
});

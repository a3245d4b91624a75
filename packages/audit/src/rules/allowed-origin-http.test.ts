import { expect, test } from 'vitest';
import { messages } from '../../test/check-rule.ts';
import { allowedOriginHttp } from './allowed-origin-http.ts';

test('an origin with http is a finding, except one of the user’s own machine', () => {
  const allowed_origins = [
    'http://a.example',
    'https://a.example',
    'http://localhost:5173',
    'http://127.0.0.1',
    'http://[::1]:1',
  ];
  expect(messages(allowedOriginHttp, { allowed_origins })).toEqual([
    'The allowed origin "http://a.example" uses http.',
  ]);
});

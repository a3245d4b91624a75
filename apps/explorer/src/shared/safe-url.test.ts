import { expect, test } from 'vitest';

import { safeLogo, safeUrl } from './safe-url.ts';

test.each([
  ['https://app.example.com/a?b=c', 'https://app.example.com/a?b=c'],
  ['http://localhost:3000/callback', 'http://localhost:3000/callback'],
  ['app.example.com/terms', 'https://app.example.com/terms'],
  ['localhost:3000/a', 'https://localhost:3000/a'],
  [' https://app.example.com ', 'https://app.example.com/'],
])('%j may be a link to %j', (text, link) => {
  expect(safeUrl(text)).toBe(link);
});

test.each([
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://app.example.com/1',
  'https://good.example@evil.example/',
  'https://app.example.com/\u0000',
  'mailto:a@example.com',
  'claude://callback',
  'null and more',
  'https://',
  '',
  null,
  undefined,
])('%j is no link', (text) => {
  expect(safeUrl(text)).toBeUndefined();
});

test.each([
  ['data:image/png;base64,AAAA', true],
  ['data:image/jpg;base64,AAA=', true],
  ['data:image/svg+xml;base64,AAAA', true],
  ['data:image/svg+xml,<svg onload=alert(1)>', false],
  ['data:text/html;base64,AAAA', false],
  ['https://evil.example/pixel.png', false],
  ['data:image/png;base64,AAAA" onerror="alert(1)', false],
  ['null', false],
  [null, false],
])('the logo %j is shown: %s', (text, shown) => {
  expect(safeLogo(text) !== undefined).toBe(shown);
});

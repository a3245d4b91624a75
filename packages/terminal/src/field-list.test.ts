import { expect, test } from 'vitest';

import { fieldList } from './field-list.ts';

test('a field is one line, and each item of a list is one', () => {
  const record = {
    name: null,
    scopes: ['openid', 'files:read'],
    allowed_origins: [],
    enabled: false,
    extra: { a: 1 },
  };
  expect(fieldList(record)).toEqual([
    'name             -',
    'scopes           openid',
    '                 files:read',
    'allowed_origins  -',
    'enabled          false',
    'extra            {"a":1}',
  ]);
});

test.each([
  { bytes: 3, shown: 'image/png, 3 B' },
  { bytes: 1, shown: 'image/png, 1 B' },
  { bytes: 3100, shown: 'image/png, 3.1 kB' },
  { bytes: 256_000, shown: 'image/png, 256.0 kB' },
])('a logo of $bytes bytes is shown as its type and size', ({ bytes, shown }) => {
  const logo = `data:image/png;base64,${Buffer.alloc(bytes).toString('base64')}`;
  expect(fieldList({ logo })).toEqual([`logo  ${shown}`]);
});

test('a logo that is an http address is shown as it is', () => {
  expect(fieldList({ logo: 'https://example.com/logo.png' })).toEqual(['logo  https://example.com/logo.png']);
});

import { expect, test } from 'vitest';

import { fieldList, table } from './table.ts';

const client = { client_id: 'a', name: 'Plain', enabled: true };

test('columns are aligned in terminal columns, whatever the script', () => {
  expect(
    table([client, { ...client, name: '日历同步', enabled: false }, { ...client, name: '👩‍💻 e\u0301' }]),
  ).toEqual([
    'client_id  name      enabled',
    '---------  --------  -------',
    'a          Plain     true',
    'a          日历同步  false',
    'a          👩‍💻 e\u0301      true',
  ]);
});

test('a long cell is cut between characters, and takes no longer for a huge one', () => {
  const [, , row = ''] = table([{ client_id: '👩‍💻'.repeat(100_000), name: 'x' }]);
  expect(row).toBe(`${'👩‍💻'.repeat(19)}…  x`);
});

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
])('a logo of $bytes bytes is its type and size', ({ bytes, shown }) => {
  const logo = `data:image/png;base64,${Buffer.alloc(bytes).toString('base64')}`;
  expect(fieldList({ logo })).toEqual([`logo  ${shown}`]);
});

test('a logo that is an address stays one', () => {
  expect(fieldList({ logo: 'https://example.com/logo.png' })).toEqual(['logo  https://example.com/logo.png']);
});

import { expect, test } from 'vitest';
import { messages } from '../../test/check-rule.ts';
import { logoLarge } from './logo-large.ts';

const png = (bytes: number): string => `data:image/png;base64,${Buffer.alloc(bytes).toString('base64')}`;

test.each([100_000, 99_999, 99_998, 0])('a logo of %i bytes is none', (bytes) => {
  expect(messages(logoLarge, { logo: png(bytes) })).toEqual([]);
});

test.each([100_001, 100_002, 100_003, 256_000])(
  'a logo of %i bytes is a finding that says its size',
  (bytes) => {
    expect(messages(logoLarge, { logo: png(bytes) })).toEqual([`The logo has ${bytes} bytes.`]);
  },
);

test('a logo in clear text counts by its length, an address not at all', () => {
  expect(messages(logoLarge, { logo: `data:image/svg+xml,${'x'.repeat(100_001)}` })).toEqual([
    'The logo has 100001 bytes.',
  ]);
  expect(messages(logoLarge, { logo: `https://a.example/${'x'.repeat(200_000)}` })).toEqual([]);
});

import { expect, test } from 'vitest';

import { parseIds } from './parse-ids.ts';

test.each([
  ['a,b\nc', ['a', 'b', 'c']],
  [' a \r\n\n a ', ['a']],
  ['["a", "b"]', ['a', 'b']],
  ["('a'; 'b')", ['a', 'b']],
  ['', []],
  [' ,\n;', []],
])('%j has the ids %j', (text, ids) => {
  expect(parseIds(text)).toEqual(ids);
});

test('a hundred thousand ids are no problem', () => {
  const ids = Array.from({ length: 100_000 }, (_, index) => `id-${index}`);
  expect(parseIds(ids.join('\n'))).toEqual(ids);
});

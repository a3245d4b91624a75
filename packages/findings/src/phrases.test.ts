import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createPhrases } from './phrases.ts';

test.each([
  [['12345678'], 'a 12345678 b 1234567812345678', 'a * b **'],
  [['12345678', '1234567890'], '1234567890 12345678', '* *'],
  [['12345678', '34567890'], '1234567890', '*90'],
  [['aaaaaaaa'], 'aaaaaaaaaaaa', '*aaaa'],
  [['1234567'], '1234567', '1234567'],
  [[], 'text', 'text'],
  [['12345678'], '', ''],
])('of %j, %j becomes %j', (phrases, text, replaced) => {
  expect(createPhrases(phrases).replaceIn(text, '*')).toBe(replaced);
});

test('a phrase is found exactly where String.includes finds it', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 8, maxLength: 10 });
  const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 60 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 4 }), text, (phrases, where) => {
      const found = createPhrases(phrases);
      expect(found.isIn(where)).toBe(phrases.some((phrase) => where.includes(phrase)));
      expect(found.isIn(found.replaceIn(where, '*'))).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

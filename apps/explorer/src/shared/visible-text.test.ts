import { expect, test } from 'vitest';

import { visibleText } from './visible-text.ts';

test.each([
  ['Calendar Sync', 'Calendar Sync'],
  ['Ünïcödé 日本語 עברית 👩🏽', 'Ünïcödé 日本語 עברית 👩🏽'],
  ['safe\u202Egnp.exe', 'safe\uFFFDgnp.exe'],
  ['a\u2066b\u2069c', 'a\uFFFDb\uFFFDc'],
  ['zero\u200Bwidth', 'zero\uFFFDwidth'],
  ['two\nlines\u2028three', 'two\uFFFDlines\uFFFDthree'],
  ['bell\u0007', 'bell\uFFFD'],
  ['half \ud800 a pair', 'half \uFFFD a pair'],
  ['', ''],
])('%j is shown as %j', (text, shown) => {
  expect(visibleText(text)).toBe(shown);
});

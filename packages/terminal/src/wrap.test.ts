import { expect, test } from 'vitest';

import { wrap } from './wrap.ts';

test.each([
  { text: '', width: 5, lines: [''] },
  { text: 'one two three', width: 7, lines: ['one two', 'three'] },
  { text: 'https://x.example/long two', width: 5, lines: ['https://x.example/long', 'two'] },
  { text: '日历 同步 日历', width: 9, lines: ['日历 同步', '日历'] },
])('$text is broken at $width into $lines', ({ text, width, lines }) => {
  expect(wrap(text, width)).toEqual(lines);
});

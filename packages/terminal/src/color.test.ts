import { expect, test } from 'vitest';

import { createPaint } from './color.ts';

test.each([
  { isTTY: true, NO_COLOR: undefined, shown: '\u001B[31m404\u001B[39m' },
  { isTTY: true, NO_COLOR: '', shown: '\u001B[31m404\u001B[39m' },
  { isTTY: true, NO_COLOR: '1', shown: '404' },
  { isTTY: false, NO_COLOR: undefined, shown: '404' },
])('with isTTY $isTTY and NO_COLOR $NO_COLOR a red 404 is $shown', ({ isTTY, NO_COLOR, shown }) => {
  expect(createPaint({ isTTY }, { NO_COLOR })('red', '404')).toBe(shown);
});

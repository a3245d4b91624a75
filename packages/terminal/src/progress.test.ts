import { expect, test } from 'vitest';

import { createProgress } from './progress.ts';

function written(isTTY: boolean, isQuiet = false): string {
  let text = '';
  const progress = createProgress({ isTTY, columns: 12, write: (part) => (text += part) }, isQuiet);
  progress.update('1 page');
  progress.say('waits for \u001B[2Jthe limit');
  progress.clear();
  progress.clear();
  return text;
}

test('a terminal shows one line of its width, which is removed at the end', () => {
  expect(written(true)).toBe('\r\u001B[K1 page\r\u001B[Kwaits for …\r\u001B[K');
});

test('a log gets what is said as lines', () => {
  expect(written(false)).toBe('waits for the limit\n');
});

test.each([true, false])('quiet writes nothing (terminal: %s)', (isTTY) => {
  expect(written(isTTY, true)).toBe('');
});

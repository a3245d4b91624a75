import { expect, test } from 'vitest';

import { markdownRow, markdownText } from './markdown.ts';

test('a pipe or a line break stays inside its cell', () => {
  expect(markdownRow(['a|b', 'c\nd'])).toBe(String.raw`| a\|b | c d |`);
});

test.each([
  ['<img src=x onerror=alert(1)>', String.raw`\<img src=x onerror=alert\(1\)\>`],
  ['[x](https://evil.example)', String.raw`\[x\]\(https&#58;//evil.example\)`],
  ['@everyone', '&#64;everyone'],
  ['https://evil.example www.evil.example', 'https&#58;//evil.example www&#46;evil.example'],
  ['\\', '\\\\'],
])('%j is shown as it is', (text, shown) => {
  expect(markdownText(text)).toBe(shown);
});

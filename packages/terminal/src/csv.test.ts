import { expect, test } from 'vitest';

import { csvLine } from './csv.ts';

test('cells with separators, quotes or space at an end are quoted, and a line ends with CRLF', () => {
  expect(csvLine(['plain', 'a,b', 'say "hi"', 'a;b', ''])).toBe('plain,"a,b","say ""hi""","a;b",\r\n');
});

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '\u0000=1',
  '\u202E=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  '=HYPERLINK("http://x.example","y")',
])('the cell %j does not start a formula', (text) => {
  const [, cell = ''] = /^"?(.*?)"?\r\n$/u.exec(csvLine([text])) ?? [];
  expect(cell).toMatch(/^'/u);
});

test('a cell has one line and no control character', () => {
  expect(csvLine(['a\nb\u001B[31mc\u0007', 'd'])).toBe('a bc,d\r\n');
});

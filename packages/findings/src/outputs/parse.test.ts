import { expect, test } from 'vitest';

import { parseOutputs } from './parse.ts';

const formats = ['table', 'junit', 'markdown'] as const;

test.each([
  [['table'], [{ format: 'table' }]],
  [['table,junit=a.xml'], [{ format: 'table' }, { format: 'junit', file: 'a.xml' }]],
  [
    ['table', 'junit=a.xml'],
    [{ format: 'table' }, { format: 'junit', file: 'a.xml' }],
  ],
  [['table, markdown=a.md'], [{ format: 'table' }, { format: 'markdown', file: 'a.md' }]],
  [[String.raw`junit=C:\my files\y.xml`], [{ format: 'junit', file: String.raw`C:\my files\y.xml` }]],
  [['junit=a=b.xml'], [{ format: 'junit', file: 'a=b.xml' }]],
  [['junit=../ü 漢.xml'], [{ format: 'junit', file: '../ü 漢.xml' }]],
  [['table=a.txt,markdown'], [{ format: 'table', file: 'a.txt' }, { format: 'markdown' }]],
  [[], []],
])('%j names its outputs', (values, outputs) => {
  expect(parseOutputs(values, formats)).toEqual(outputs);
});

test.each([
  ['', '--report: a format is missing; formats: table, junit, markdown.'],
  ['table,', '--report: a format is missing; formats: table, junit, markdown.'],
  ['=a.xml', '--report: a format is missing; formats: table, junit, markdown.'],
  ['html', '--report: there is no format "html"; formats: table, junit, markdown.'],
  ['JUnit=a.xml', '--report: there is no format "JUnit"; formats: table, junit, markdown.'],
  ['junit=a,b.xml', '--report: there is no format "b.xml"; formats: table, junit, markdown.'],
  ['junit=', '--report: the file of junit= is missing.'],
  ['junit= ', '--report: the file of junit= is missing.'],
  ['table,markdown', '--report: only one format can go to standard output, not table and markdown.'],
  ['table,table', '--report: only one format can go to standard output, not table and table.'],
  ['junit=a.txt,markdown=./b/../a.txt', '--report: two formats would go to ./b/../a.txt.'],
])('%j is refused: %s', (value, message) => {
  expect(() => parseOutputs([value], formats)).toThrow(
    expect.objectContaining({ name: 'UsageError', message }) as Error,
  );
});

test('a refusal tells what to do', () => {
  expect(() => parseOutputs(['table', 'markdown'], formats)).toThrow(
    expect.objectContaining({ hint: 'Give each of the others a file, such as markdown=FILE.' }) as Error,
  );
});

import { expect, test } from 'vitest';

import { regionOf, regionsOf, withoutMarkers } from '../../guide/regions.ts';

const program = `// Above.

  // #region one
  const a = 1;

    const b = 2;
  // #endregion

# region two
print(a)


# endregion
`;

test('regions of JavaScript and of Python are cut out, without the indentation that their lines share', () => {
  expect(Object.fromEntries(regionsOf('a.mjs', program))).toEqual({
    one: 'const a = 1;\n\n  const b = 2;',
    two: 'print(a)',
  });
});

test('a whole program has everything but the markers', () => {
  expect(withoutMarkers(program)).toBe('// Above.\n\n  const a = 1;\n\n    const b = 2;\n\nprint(a)');
});

test.each([
  ['// #region one\n', 'a.mjs: the region "one" has no end.'],
  [
    '// #region one\n// #region two\n',
    'a.mjs, line 2: the region "one" has no end before the next one begins.',
  ],
  ['\n// #endregion\n', 'a.mjs, line 2: a region ends that has not begun.'],
  ['# region\n# endregion', 'a.mjs, line 1: the region has no name.'],
  ['# region one\n1\n# endregion\n# region one\n', 'a.mjs, line 4: there is a second region "one".'],
])('%j is refused with file and line', (text, message) => {
  expect(() => regionsOf('a.mjs', text)).toThrow(message);
});

test.each([
  ['# region two\n1\n# endregion', 'a.py has no region "one", which the page shows. Its regions: two.'],
  ['1', 'a.py has no region "one", which the page shows. Its regions: none.'],
  ['# region one\n\n# endregion', 'a.py has an empty region "one", which the page shows. Its regions: one.'],
])('%j has nothing to show', (text, message) => {
  expect(() => regionOf('a.py', text, 'one')).toThrow(message);
});

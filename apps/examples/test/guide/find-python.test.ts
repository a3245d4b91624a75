import { expect, inject, test } from 'vitest';

import { findPython, notRun } from './find-python.ts';
import { programsOf } from './programs.ts';

test('a machine without Python is told so on one line, and no program in Python is among the tests', async () => {
  expect(await findPython(['no-such-python', process.execPath])).toBeUndefined();
  expect(notRun).toMatch(/^NOT RUN: [^\n]+\n$/u);
  const files = programsOf('portal.py', 'guide-fetch.mjs').map(({ file }) => file);
  expect(files).toEqual(inject('python') === '' ? ['guide-fetch.mjs'] : ['portal.py', 'guide-fetch.mjs']);
});

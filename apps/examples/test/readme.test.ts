import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

import { runProgram } from './run-program.ts';

/** Makes what differs from run to run the same. */
function steady(output: string): string {
  return output.replaceAll(/127\.0\.0\.1:\d+/gu, '127.0.0.1:PORT').replaceAll(/\d+ ms$/gmu, 'N ms');
}

test.each([
  { readme: '../../../README.md', shows: 'start', step: 'full' },
  { readme: '../README.md', shows: 'step 4', step: '4' },
])('the output of $shows in $readme is the beginning of the real output', async ({ readme, shows, step }) => {
  const page = await readFile(new URL(readme, import.meta.url), 'utf8');
  const [, shown = ''] =
    new RegExp(`<!-- output of ${shows} -->\\s*\`\`\`(?:text)?\\n(.*?)\`\`\``, 'su').exec(page) ?? [];
  const { code, out } = await runProgram(step);
  expect(code).toBe(0);
  expect(shown.split('\n').length).toBeGreaterThan(10);
  expect(steady(out).slice(0, steady(shown).length)).toBe(steady(shown));
});

import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

import { runProgram } from './run-program.ts';

/** What differs from run to run. */
function steady(output: string): string {
  return output.replaceAll(/127\.0\.0\.1:\d+/gu, '127.0.0.1:PORT').replaceAll(/\d+ ms$/gmu, 'N ms');
}

test('the README shows the beginning of what start really prints', async () => {
  const readme = await readFile(new URL('../../../README.md', import.meta.url), 'utf8');
  const shown = /<!-- output of start -->\s*```(?:text)?\n(.*?)```/su.exec(readme)?.[1] ?? '';
  const { code, out } = await runProgram('full-example');
  expect(code).toBe(0);
  expect(shown.split('\n').length).toBeGreaterThan(10);
  expect(steady(out).slice(0, steady(shown).length)).toBe(steady(shown));
});

import { readFile } from 'node:fs/promises';

import { expect, test } from 'vitest';

import { runCommand } from './run-command.ts';

/** Makes what differs from run to run the same. */
function steady(output: string): string {
  return output.replaceAll(/127\.0\.0\.1:\d+/gu, '127.0.0.1:PORT');
}

test('each output in the README is what the command prints', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const outputs = [...readme.matchAll(/<!-- output of (.*?) -->\s*```\n(.*?)```/gsu)];
  expect(outputs.map(([, command = '']) => command.split(' ')[0])).toEqual(['list', 'show']);
  for (const [, command = '', shown = ''] of outputs) {
    const { code, out } = await runCommand(command.split(' '));
    expect(code).toBe(0);
    expect(steady(out)).toBe(steady(shown));
  }
});

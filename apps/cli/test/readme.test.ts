import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { descriptions } from '../src/descriptions.ts';
import { steady } from './portals.ts';
import { runCommand } from './run-command.ts';

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');

/** `<!-- output of COMMAND, exit code N, NAME=value -->`, or `beginning of`, and the block beneath it. */
const outputs = [...readme.matchAll(/<!-- (output|beginning) of (.*?) -->\s*```\n(.*?)```/gsu)].map(
  ([, part, line = '', shown = '']) => {
    const [command = '', ...facts] = line.split(/, /u);
    const settings = facts.flatMap((fact) =>
      fact.includes('=') ? [fact.split('=', 2) as [string, string]] : [],
    );
    const exitCode = Number(/exit code (\d)/u.exec(line)?.[1] ?? 0);
    return { part, command, exitCode, settings: Object.fromEntries(settings), shown };
  },
);

test('each output in the README is what the command prints', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'docspace-oauth-readme-'));
  try {
    await copyFile(new URL('last-week.json', import.meta.url), join(folder, 'last-week.json'));
    for (const { part, command, exitCode, settings, shown } of outputs) {
      const { code, out, err } = await runCommand(command.split(' '), settings, { folder });
      const expected = steady(shown);
      const printed = steady(err + out);
      const text = part === 'beginning' ? printed.slice(0, expected.length) : printed;
      expect({ command, code, text }).toEqual({ command, code: exitCode, text: expected });
      expect(expected).not.toBe('');
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('the README shows the output of every command but the scripts of completion', () => {
  const shown = new Set(outputs.map(({ command }) => command.split(' ')[0]));
  expect(shown).toEqual(
    new Set(descriptions.map(({ name }) => name).filter((name) => name !== 'completion')),
  );
});

test('the README begins with what lets an administrator run it', () => {
  expect(readme.split('\n').slice(0, 4).join('\n')).toContain('**Only GET requests are sent**');
});

import { expect, test } from 'vitest';

import { runCommand } from './run-command.ts';
import { isListening } from './listening.ts';

const note = /^Embedded mock of the (guide|portal) dialect at (\S+); set DOCSPACE_URL to ask a portal\.\n/u;

test.each([
  { settings: {}, dialect: 'guide' },
  { settings: { DOCSPACE_DIALECT: 'portal' }, dialect: 'portal' },
])(
  'without DOCSPACE_URL the first line names the embedded mock of the $dialect dialect',
  async ({ settings, dialect }) => {
    const { code, out, err } = await runCommand(['list'], settings);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [, named, url = ''] = note.exec(out) ?? [];
    expect(named).toBe(dialect);
    expect(out).toContain('\n7 clients\n');
    expect(await isListening(url)).toBe(false);
  },
);

test('with --json the embedded mock is named on stderr', async () => {
  const { code, out, err } = await runCommand(['list', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toHaveLength(7);
  expect(err).toMatch(note);
});

test('the embedded mock ends with a command that fails', async () => {
  const { code, out } = await runCommand(['show', '..']);
  expect(code).toBe(2);
  const [, , url = ''] = note.exec(out) ?? [];
  expect(await isListening(url)).toBe(false);
});

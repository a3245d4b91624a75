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

test.each([{ args: ['list'] }, { args: ['show', 'c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831'] }])(
  '$args with --json names the embedded mock on stderr, and prints JSON alone',
  async ({ args }) => {
    const { code, out, err } = await runCommand([...args, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toBeTypeOf('object');
    expect(err).toMatch(note);
  },
);

test('the embedded mock ends with a command that fails', async () => {
  const { code, out } = await runCommand(['show', '..']);
  expect(code).toBe(2);
  const [, , url = ''] = note.exec(out) ?? [];
  expect(await isListening(url)).toBe(false);
});

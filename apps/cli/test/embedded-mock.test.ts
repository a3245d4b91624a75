import { describe, expect, test } from 'vitest';

import { runCommand } from './run-command.ts';
import { isListening } from './listening.ts';

const ID = 'c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831';
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

test.each([{ args: ['list'] }, { args: ['show', ID] }, { args: ['public', ID] }, { args: ['whoami'] }])(
  '$args with --json and --mock names the embedded mock on stderr, and prints JSON alone',
  async ({ args }) => {
    const { code, out, err } = await runCommand([...args, '--json', '--mock']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toBeTypeOf('object');
    expect(err).toMatch(note);
    expect((await runCommand([...args, '--json', '--mock', '--quiet'])).err).toBe('');
  },
);

test('--mock asks the embedded mock although DOCSPACE_URL names a portal', async () => {
  const settings = { DOCSPACE_URL: 'https://portal.example.com', DOCSPACE_API_KEY: 'sk-0123456789' };
  const { code, out } = await runCommand(['list', '--mock'], settings);
  expect(code).toBe(0);
  expect(out).toMatch(note);
});

describe('without DOCSPACE_URL nothing that a machine reads passes on made-up data', () => {
  const refusal = {
    code: 2,
    out: '',
    err:
      'Error: DOCSPACE_URL is not set, and this must not pass on made-up data.\n' +
      'Hint: Set it to the address of your portal, or give --profile NAME, or --mock for an embedded mock.\n',
  };

  test.each([
    { args: ['list', '--json'] },
    { args: ['list', '--format', 'jsonl'] },
    { args: ['list', '--format', 'csv'] },
    { args: ['list', '--format', 'markdown'] },
    { args: ['show', ID, '--json'] },
    { args: ['public', ID, '--json'] },
    { args: ['whoami', '--json'] },
    { args: ['audit'] },
    { args: ['snapshot', 'clients.json'] },
  ])('$args', async ({ args }) => {
    expect(await runCommand(args)).toEqual(refusal);
    expect(await runCommand(args, { DOCSPACE_URL: ' ' })).toEqual(refusal);
  });

  test.each([{ args: ['list'] }, { args: ['show', ID] }, { args: ['public', ID] }, { args: ['whoami'] }])(
    '$args under CI, unless --mock is given',
    async ({ args }) => {
      for (const CI of ['1', 'true', 'woodpecker']) expect(await runCommand(args, { CI })).toEqual(refusal);
      for (const CI of ['', '0', 'false']) expect(await runCommand(args, { CI })).toMatchObject({ code: 0 });
      expect(await runCommand([...args, '--mock'], { CI: 'true' })).toMatchObject({ code: 0, err: '' });
    },
  );
});

test('the embedded mock ends with a command that fails', async () => {
  const { code, out } = await runCommand(['show', '..']);
  expect(code).toBe(2);
  const [, , url = ''] = note.exec(out) ?? [];
  expect(await isListening(url)).toBe(false);
});

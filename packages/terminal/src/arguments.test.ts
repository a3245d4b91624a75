import { expect, test } from 'vitest';

import { parseArguments } from './arguments.ts';

const options = { json: { type: 'boolean' }, id: { type: 'string', multiple: true } } as const;

test.each([
  { args: ['--jsno'], message: "Unknown option '--jsno'." },
  { args: ['--key=sk-0123456789abcdef'], message: "Unknown option '--key'." },
  { args: ['--json=yes'], message: "Option '--json' does not take an argument." },
  { args: ['--id'], message: "Option '--id <value>' argument missing." },
])('$args is a usage error of one sentence, with a hint and exit code 2', ({ args, message }) => {
  const parse = (): unknown => parseArguments({ args, options });
  expect(parse).toThrow(
    expect.objectContaining({
      name: 'UsageError',
      message,
      hint: '--help lists the options.',
      exitCode: 2,
    }),
  );
});

test('an unexpected argument is refused without being repeated, since it may be an API key', () => {
  expect(() => parseArguments({ args: ['sk-0123456789abcdef'], options })).toThrow(
    /^Unexpected argument\.$/u,
  );
});

test('valid arguments give values and positionals', () => {
  const args = ['--json', '--id', 'a', 'b', '--id=c'];
  const { values, positionals } = parseArguments({ args, options, allowPositionals: true });
  expect(values).toEqual({ json: true, id: ['a', 'c'] });
  expect(positionals).toEqual(['b']);
});

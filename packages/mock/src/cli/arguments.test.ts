import { expect, test } from 'vitest';

import { help, readArguments, UsageError } from './arguments.ts';

test('without arguments every option has its default', () => {
  expect(readArguments([])).toEqual({
    port: 4010,
    host: '127.0.0.1',
    dialect: 'guide',
    clients: 0,
    seed: 1,
    scenario: 'normal',
    scenarios: undefined,
    latency: undefined,
    tokenTtl: 300,
    cors: 'open',
    store: 'sql',
    limits: 'off',
    cache: 'off',
    serve: undefined,
    watch: false,
    log: 'lines',
    help: false,
  });
});

test.each([
  { args: ['--port', '0', '--host', '::1'], values: { port: 0, host: '::1' } },
  { args: ['--dialect=portal', '--token-ttl', '5'], values: { dialect: 'portal', tokenTtl: 5 } },
  { args: ['--clients', '100000', '--seed', '7'], values: { clients: 100_000, seed: 7 } },
  {
    args: ['--scenario', 'mine', '--scenarios', 'a.yaml'],
    values: { scenario: 'mine', scenarios: 'a.yaml' },
  },
  { args: ['--latency', '250'], values: { latency: { min: 250, max: 250 } } },
  { args: ['--latency', '100-900'], values: { latency: { min: 100, max: 900 } } },
  { args: ['--cors', 'strict', '--watch'], values: { cors: 'strict', watch: true } },
  { args: ['--serve', 'dist'], values: { serve: 'dist' } },
  { args: ['--json'], values: { log: 'json' } },
  { args: ['--quiet', '--json'], values: { log: 'none' } },
  { args: ['-h'], values: { help: true } },
])('$args is read', ({ args, values }) => {
  expect(readArguments(args)).toMatchObject(values);
});

test.each([
  { args: ['--port', '65536'], sentence: '--port needs a whole number from 0 to 65535, not "65536".' },
  { args: ['--port=-1'], sentence: '--port needs a whole number from 0 to 65535, not "-1".' },
  { args: ['--port', '4e3'], sentence: '--port needs a whole number from 0 to 65535, not "4e3".' },
  { args: ['--port'], sentence: "Option '--port <value>' argument missing; see --help." },
  { args: ['--prot', '1'], sentence: "Unknown option '--prot'; see --help." },
  { args: ['spec.yaml'], sentence: "Unexpected argument 'spec.yaml'; see --help." },
  { args: ['prism'], sentence: "Unexpected argument 'prism'; see --help." },
  {
    args: ['--latency', '9-1'],
    sentence: '--latency needs milliseconds, such as 250 or 100-900, not "9-1".',
  },
  { args: ['--clients', '-1'], sentence: "Option '--clients' argument is ambiguous; see --help." },
  {
    args: ['--clients', '100001'],
    sentence: '--clients needs a whole number from 0 to 100000, not "100001".',
  },
  { args: ['--cors', 'maybe'], sentence: '--cors needs open or strict, not "maybe".' },
  { args: ['--dialect', 'klingon'], sentence: '--dialect needs guide or portal, not "klingon".' },
  {
    args: ['--host', 'http://x'],
    sentence: '--host needs an address or a name without scheme and port, not "http://x".',
  },
])('wrong usage is one sentence: $args', ({ args, sentence }) => {
  expect(() => readArguments(args)).toThrow(new UsageError(sentence));
});

test('the help names every option', () => {
  for (const flag of [
    'dialect',
    'port',
    'host',
    'clients',
    'seed',
    'scenario',
    'scenarios',
    'latency',
    'token-ttl',
    'cors',
    'watch',
    'quiet',
    'json',
    'help',
  ]) {
    expect(help).toMatch(new RegExp(`^ {2}--${flag} `, 'mu'));
  }
});

import { createServer } from 'node:http';

import { listen } from '@docspace-oauth/local-server';
import { expect, onTestFinished, test } from 'vitest';

import { apiKey } from '../test/fake-portal.ts';
import { runCommand } from './command.ts';

const upstream = ['--upstream', 'https://portal.example.com'];

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in this process. Should it start instead of failing, it ends when the test does. */
async function run(args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  let out = '';
  let err = '';
  const code = await runCommand(args, {
    environment,
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    stop: stop.signal,
  });
  return { code, out, err };
}

test('--help names every option', async () => {
  const { code, out, err } = await run(['--help']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  for (const flag of [
    'upstream',
    'allow-origin',
    'api-key-env',
    'port',
    'host',
    'allow-insecure',
    'serve',
    'help',
  ]) {
    expect(out).toContain(`--${flag}`);
  }
});

test('a port in use is exit code 1, and a free one is named', async () => {
  const other = createServer();
  const { port } = new URL(await listen(other, { port: 0, host: '127.0.0.1' }));
  onTestFinished(() => void other.close());
  const { code, out, err } = await run([...upstream, '--port', port], { DOCSPACE_API_KEY: apiKey });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(
    new RegExp(
      String.raw`^Error: Port ${port} on 127\.0\.0\.1 is in use\.\nHint: Free is, for example: --port \d+\n$`,
      'u',
    ),
  );
});

test.each([
  { args: [], says: '--upstream is missing' },
  {
    args: [...upstream, '--api-key-env', apiKey],
    says: 'the name of an environment variable, not the key itself',
  },
  { args: [...upstream, '--api-key-env', 'NOT_SET'], says: 'that --api-key-env names is not set' },
  { args: [...upstream, '--api-key', apiKey], says: "Unknown option '--api-key'" },
  { args: [...upstream, `--api-key=${apiKey}`], says: "Unknown option '--api-key'" },
  { args: [...upstream, apiKey], says: 'Unexpected argument' },
  { args: [...upstream, '--port', '65536'], says: 'port is not a whole number' },
  { args: [...upstream, '--port', apiKey], says: 'port is not a whole number' },
  { args: [...upstream, '--host', 'http://x'], says: 'host is not an address' },
  { args: [...upstream, '--serve', 'no-such-folder'], says: 'There is no index.html in no-such-folder' },
  { args: [...upstream, '--allow-origin', '*'], says: 'one exact origin' },
  { args: ['--upstream', `https://${apiKey}@portal.example.com`], says: 'must be the origin of a portal' },
  { args: ['--upstream', 'http://portal.example.com'], says: 'would travel unencrypted' },
])('wrong usage is exit code 2, a sentence and a hint: $says', async ({ args, says }) => {
  const { code, out, err } = await run(args, { DOCSPACE_API_KEY: apiKey });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(says);
  expect(err).toMatch(/^Error: [^\n]+\.\n(?:Hint: [^\n]+\.\n)?$/u);
  expect(err).not.toContain(apiKey);
});

test('without a key in the environment it does not start', async () => {
  expect(await run(upstream)).toEqual({
    code: 2,
    out: '',
    err: 'Error: The environment variable DOCSPACE_API_KEY is not set.\nHint: Set it to an API key of the portal.\n',
  });
});

import { once } from 'node:events';
import { connect } from 'node:net';

import { expect, test, vi } from 'vitest';

import { runProgram, startProgram } from './run-program.ts';

/** Whether the embedded mock of a run still listens. */
async function isListening(url: string): Promise<boolean> {
  const { port, hostname } = new URL(url);
  const socket = connect(Number(port), hostname);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

function mockUrl(output: string): string {
  const [url] = /http:\/\/127\.0\.0\.1:\d+/u.exec(output) ?? [];
  if (url === undefined) throw new Error(`The output names no mock: ${output}`);
  return url;
}

test.each([
  { name: '1', env: {}, dialect: 'guide' },
  { name: 'full', env: { DOCSPACE_DIALECT: 'portal' }, dialect: 'portal' },
])(
  '$name with $env names the embedded mock of the $dialect dialect in its first line, and stops it',
  async ({ name, env, dialect }) => {
    const { code, out, err } = await runProgram(name, { env });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [line = ''] = out.split('\n');
    expect(line).toMatch(
      new RegExp(
        `^Embedded mock of the ${dialect} dialect at http:\\S+; set DOCSPACE_URL to ask a portal\\.$`,
        'u',
      ),
    );
    expect(await isListening(mockUrl(line))).toBe(false);
  },
);

test('a failed call stops the mock too', async () => {
  const { code, out } = await runProgram('2', { args: ['--id', '..'] });
  expect(code).toBe(2);
  expect(await isListening(mockUrl(out))).toBe(false);
});

test('a killed program takes the mock along', async () => {
  const program = startProgram('full');
  const url = mockUrl(String(await once(program.stdout ?? program, 'data')));
  program.kill('SIGKILL');
  await once(program, 'close');
  await vi.waitFor(async () => expect(await isListening(url)).toBe(false), { timeout: 10_000, interval: 20 });
});

test('a reader that leaves early is no failure and leaves no mock', async () => {
  const program = startProgram('full');
  const url = mockUrl(String(await once(program.stdout ?? program, 'data')));
  program.stdout?.destroy();
  const err: string[] = [];
  program.stderr?.on('data', (text) => err.push(String(text)));
  await once(program, 'close');
  expect({ code: program.exitCode, err }).toEqual({ code: 0, err: [] });
  await vi.waitFor(async () => expect(await isListening(url)).toBe(false), { timeout: 10_000, interval: 20 });
});

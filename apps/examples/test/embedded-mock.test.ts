import { once } from 'node:events';

import { expect, test, vi } from 'vitest';

import { isListening, mockUrl, programs, runProgram, startProgram } from './run-program.ts';

test.each(programs)(
  '%s says in its first line that it runs on a mock, and leaves none behind',
  async (program) => {
    const { code, out, err } = await runProgram(program);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [first = ''] = out.split('\n');
    expect(first).toMatch(
      /^Embedded mock of the guide dialect at http:\S+; set DOCSPACE_URL to ask a portal\.$/u,
    );
    expect(await isListening(mockUrl(first))).toBe(false);
  },
);

test('the mock speaks the dialect that is set', async () => {
  const { code, out, err } = await runProgram('full-example', { env: { DOCSPACE_DIALECT: 'portal' } });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^Embedded mock of the portal dialect at /u);
  expect(out).toMatch(/^GET \/api\/2\.0\/clients\/[\da-f-]+\/public\/info {2}200 {2}\d+ ms$/mu);
  expect(await isListening(mockUrl(out))).toBe(false);
});

test('with --json the mock is named on stderr', async () => {
  const { code, out, err } = await runProgram('step-1-list-clients', { args: ['--json'] });
  expect(code).toBe(0);
  expect(JSON.parse(out)).toBeInstanceOf(Array);
  expect(await isListening(mockUrl(err))).toBe(false);
});

test('a failed call stops the mock too', async () => {
  const { code, out } = await runProgram('step-2-get-client', { args: ['--id', '..'] });
  expect(code).toBe(2);
  expect(await isListening(mockUrl(out))).toBe(false);
});

test('a killed program takes the mock along', async () => {
  const program = startProgram('full-example');
  const url = mockUrl(String(await once(program.stdout ?? program, 'data')));
  program.kill('SIGKILL');
  await once(program, 'close');
  await vi.waitFor(async () => expect(await isListening(url)).toBe(false), { timeout: 10_000, interval: 20 });
});

test('a reader that leaves early is no failure and leaves no mock', async () => {
  const program = startProgram('full-example');
  const url = mockUrl(String(await once(program.stdout ?? program, 'data')));
  program.stdout?.destroy();
  const err: string[] = [];
  program.stderr?.on('data', (text) => err.push(String(text)));
  await once(program, 'close');
  expect({ code: program.exitCode, err }).toEqual({ code: 0, err: [] });
  await vi.waitFor(async () => expect(await isListening(url)).toBe(false), { timeout: 10_000, interval: 20 });
});

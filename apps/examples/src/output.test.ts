import { PassThrough } from 'node:stream';

import { expect, test } from 'vitest';

import { createOutput } from './output.ts';

function shown({ isTTY, noColor }: { isTTY: boolean; noColor: boolean }): string {
  const stdout = Object.assign(new PassThrough(), { isTTY });
  const output = createOutput({
    json: false,
    showSecrets: false,
    apiKey: 'sk-some-key',
    stdout,
    stderr: new PassThrough(),
    noColor,
  });
  output.title('Step 1');
  output.exchanges([{ method: 'GET', path: '/a?key=sk-some-key', status: 404, milliseconds: 1.6 }]);
  return String(stdout.read());
}

const plain = '\nStep 1\nGET /a?key=••••  404  2 ms\n';

test('a terminal gets colour', () => {
  const text = shown({ isTTY: true, noColor: false });
  expect(text).toContain('\u001B[1mStep 1');
  expect(text).toContain('\u001B[31m404');
});

test.each([
  { isTTY: true, noColor: true },
  { isTTY: false, noColor: false },
])('no colour with $isTTY for a terminal and $noColor for NO_COLOR', (target) => {
  expect(shown(target)).toBe(plain);
});

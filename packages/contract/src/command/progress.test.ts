import { expect, test } from 'vitest';
import type { Run } from '../run/run-cases.ts';
import { createProgress } from './progress.ts';

function run(id: string, server: string, outcome: Run['result']['outcome']): Run {
  return {
    case: { id } as Run['case'],
    server,
    kind: 'mock',
    result: { outcome, violations: [], durationMs: 1 },
  };
}

const runs = [run('a', 'one', 'passed'), run('b', 'one', 'failed'), run('c', 'two', 'passed')];

function written(isTTY: boolean, all = runs): string {
  let text = '';
  const progress = createProgress({ isTTY, columns: 30, write: (part) => (text += part) });
  all.forEach((one, index) => progress.step(one, index + 1, all.length));
  progress.end();
  progress.end();
  return text;
}

test('a terminal has one line, which is erased in the end', () => {
  const erase = '\u001b[2K\r';
  expect(written(true)).toBe(`${erase}1 of 3  one  a${erase}2 of 3  one  b${erase}3 of 3  two  c${erase}`);
});

test('a line is never longer than the terminal, and obeys nothing that a name says', () => {
  const text = written(true, [run('x'.repeat(100), 'one\u001b[31m', 'passed')]);
  const [, line = ''] = text.split('\r');
  expect(line.replace('\u001b[2K', '').length).toBeLessThan(30);
  expect(text).not.toContain('[31m');
});

test('a log has a line for each server and no control characters', () => {
  expect(written(false)).toBe('one: 1 passed, 1 failed\ntwo: 1 passed\n');
});

import { expect, test } from 'vitest';
import type { Run } from '../run/run-cases.ts';
import { createCaseProgress } from './progress.ts';

function run(id: string, server: string, outcome: Run['result']['outcome']): Run {
  return {
    case: { id } as Run['case'],
    server,
    kind: 'mock',
    result: { outcome, violations: [], durationMs: 1 },
  };
}

const runs = [run('a', 'one', 'passed'), run('b', 'one', 'failed'), run('c', 'two', 'passed')];

function written(isTTY: boolean): string {
  let text = '';
  const progress = createCaseProgress({ isTTY, columns: 40, write: (part) => (text += part) });
  runs.forEach((one, index) => progress.step(one, index + 1, runs.length));
  progress.end();
  progress.end();
  return text;
}

test('a terminal has one line, which is removed in the end', () => {
  const lines = written(true).split('\r');
  expect(lines).toContain('\u001B[K2 of 3  one  b');
  expect(lines.at(-1)).toBe('\u001B[K');
  expect(written(true)).not.toContain('\n');
});

test('a log has a line for each server and no control characters', () => {
  expect(written(false)).toBe('one: 1 passed, 1 failed\ntwo: 1 passed\n');
});

import { describe, expect, test } from 'vitest';
import { isMet, ours, report, type Row } from '../src/report.ts';

const slow: Row = {
  what: 'A call',
  unit: 'µs',
  // The medians differ by a fifth, and so does each round.
  samples: { [ours]: [240, 120, 60], 'plain fetch': [200, 100, 50], 'openapi-fetch': [90, 91, 92] },
  beside: 'plain fetch',
  goal: { most: 1.1 },
};
const size: Row = { what: 'A size', unit: 'kB', samples: { [ours]: [7.5] } };

describe('a goal', () => {
  test.each<[string, Row, boolean]>([
    ['a ratio above "at most" is missed', slow, false],
    ['a ratio at "at most" is met', { ...slow, goal: { most: 1.2 } }, true],
    ['a ratio below "at least" is missed', { ...slow, goal: { least: 1.3 } }, false],
    ['a ratio above "at least" is met', { ...slow, goal: { least: 1 } }, true],
    ['a figure above "at most" is missed', { ...size, goal: { most: 7.4 } }, false],
    ['a figure below "at most" is met', { ...size, goal: { most: 10 } }, true],
    [
      'an unknown figure is missed',
      { ...size, samples: { [ours]: [Number.NaN] }, goal: { most: 10 } },
      false,
    ],
  ])('%s', (_, row, met) => {
    expect(isMet(row)).toBe(met);
  });

  test('is held against the ratio of each round, not against the ratio of medians of different rounds', () => {
    const samples = { [ours]: [10, 120, 100], 'plain fetch': [20, 100, 40] };
    expect(isMet({ ...slow, samples, goal: { most: 1.19 } })).toBe(false);
    expect(isMet({ ...slow, samples, goal: { most: 1.21 } })).toBe(true);
  });

  test('is an error if the contender beside ours was not measured', () => {
    expect(() => isMet({ ...slow, samples: { [ours]: [120] } })).toThrow('"A call" lacks a figure to judge.');
  });
});

test('the report marks a missed goal as missed, counts it and names it', () => {
  const fast: Row = { ...slow, what: 'Another call', samples: { ...slow.samples, [ours]: [210, 105, 40] } };
  const lines = report([slow, fast, size]).split('\n');
  const cells = lines
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const others = 'openapi-fetch 91.0 µs';
  expect(cells.slice(2)).toEqual([
    ['', 'A call', '120 µs', 'plain fetch 100 µs', '1.200 x', 'at most 1.10 x', 'MISSED', others, ''],
    ['', 'Another call', '105 µs', 'plain fetch 100 µs', '1.050 x', 'at most 1.10 x', 'met', others, ''],
    ['', 'A size', '7.50 kB', '', '', '', '', '', ''],
  ]);
  expect(lines.at(-1)).toBe('1 of 2 goals are met. Missed: A call.');
});

import { describe, expect, test } from 'vitest';
import { isMet, ours, report, type Row } from '../src/report.ts';

const slow: Row = {
  what: 'A call',
  unit: 'µs',
  figures: { [ours]: 120, 'plain fetch': 100, 'openapi-fetch': 90 },
  beside: 'plain fetch',
  goal: { most: 1.1 },
};

describe('a goal', () => {
  test.each<[string, Row, boolean]>([
    ['a ratio above "at most" is missed', slow, false],
    ['a ratio at "at most" is met', { ...slow, goal: { most: 1.2 } }, true],
    ['a ratio below "at least" is missed', { ...slow, goal: { least: 1.3 } }, false],
    ['a ratio above "at least" is met', { ...slow, goal: { least: 1 } }, true],
    ['a figure with nothing beside it is held against the goal itself', { what: 'Size', unit: 'kB', figures: { [ours]: 11 }, goal: { most: 10 } }, false],
    ['an unknown figure is missed', { ...slow, figures: { ...slow.figures, [ours]: Number.NaN } }, false],
    ['an unknown figure beside it is missed', { ...slow, figures: { [ours]: 120, 'plain fetch': Number.NaN } }, false],
  ])('%s', (_, row, met) => {
    expect(isMet(row)).toBe(met);
  });

  test('is an error if a figure that it is judged by was not measured', () => {
    expect(() => isMet({ ...slow, figures: { [ours]: 120 } })).toThrow('"A call" lacks a figure to judge.');
  });
});

test('the report marks a missed goal as missed, counts it and names it', () => {
  const fast: Row = { ...slow, what: 'Another call', figures: { ...slow.figures, [ours]: 105 } };
  const lines = report([slow, fast, { what: 'A size', unit: 'kB', figures: { [ours]: 7.5 } }]).split('\n');
  const cells = lines.filter((line) => line.startsWith('|')).map((line) => line.split('|').map((cell) => cell.trim()));
  expect(cells.slice(2)).toEqual([
    ['', 'A call', '120 µs', 'plain fetch 100 µs', '1.200 x', 'at most 1.10 x', 'MISSED', 'openapi-fetch 90.0 µs', ''],
    ['', 'Another call', '105 µs', 'plain fetch 100 µs', '1.050 x', 'at most 1.10 x', 'met', 'openapi-fetch 90.0 µs', ''],
    ['', 'A size', '7.50 kB', '', '', '', '', '', ''],
  ]);
  expect(lines.at(-1)).toBe('1 of 2 goals are met. Missed: A call.');
});

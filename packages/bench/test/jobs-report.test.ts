import { describe, expect, test } from 'vitest';
import { goalsOf, type JobResults, jobsReport, type Result } from '../src/jobs/report.ts';
import { ours } from '../src/report.ts';

const own: Result = {
  contender: ours,
  records: 1000,
  requests: 20,
  refused: 0,
  ms: 1000,
  failures: [],
  lost: 0,
};
const loop: Result = { ...own, contender: 'loop', records: 100, requests: 100, ms: 2000 };
const jobOf = (...results: Result[]): JobResults => ({ job: 'Ids', results, speedGoal: 20 });
const missedIn = (job: JobResults): string[] =>
  goalsOf(job)
    .filter(({ met }) => !met)
    .map(({ text }) => text);

describe('the goals of a job', () => {
  test('are met by ours with the fewest requests and 20 x as fast, both for each record', () => {
    expect(goalsOf(jobOf(own, loop))).toEqual([
      { text: 'nothing lost', met: true },
      { text: 'no failure', met: true },
      { text: 'fewest requests', met: true },
      { text: '20.0 x as fast as the best loop (goal: 20 x)', met: true },
    ]);
  });

  test('are met by more requests than those of a loop that did fewer records', () => {
    expect(missedIn(jobOf({ ...own, requests: 1000 }, loop))).toEqual([]);
  });

  test.each<[string, Result, Result, string[]]>([
    ['a lost client', { ...own, lost: 1 }, loop, ['nothing lost']],
    ['a failure', { ...own, failures: ['Status 429'] }, loop, ['no failure']],
    ['one request more than a loop', { ...own, requests: 1001 }, loop, ['fewest requests']],
    ['less than 20 x as fast', own, { ...loop, ms: 1990 }, ['19.9 x as fast as the best loop (goal: 20 x)']],
  ])('%s is a missed goal', (_, mine, other, missed) => {
    expect(missedIn(jobOf(mine, other))).toEqual(missed);
  });

  test.each<[string, Partial<Result>]>([
    ['loses clients', { lost: 1 }],
    ['fails', { failures: ['Status 429'] }],
  ])('compare with no loop that %s, however few its requests and however fast it is', (_, fault) => {
    const quick: Result = { ...loop, contender: 'quick loop', requests: 1, ms: 1, ...fault };
    expect(missedIn(jobOf(own, loop, quick))).toEqual([]);
  });

  test('of speed is missed if no loop did the whole job', () => {
    expect(missedIn(jobOf(own, { ...loop, lost: 1 }))).toEqual([
      'Infinity x as fast as the best loop (goal: 20 x)',
    ]);
  });

  test('are an error if ours did not do the job', () => {
    expect(() => goalsOf(jobOf(loop))).toThrow('"Ids" lacks our result.');
  });
});

test('the report has a row for each contender, says what failed, marks a missed goal, counts it and names it', () => {
  const failing: Result = {
    ...loop,
    contender: 'failing loop',
    refused: 7,
    failures: ['Gone', 'Gone'],
    lost: 2,
  };
  const job = { job: 'A list', results: [{ ...own, requests: 1001, lost: 3 }, loop, failing] };
  const lines = jobsReport([job]).split('\n');
  const cells = lines
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const verdicts = 'MISSED: nothing lost; no failure; MISSED: fewest requests';
  expect(cells.slice(2)).toEqual([
    ['', 'A list', ours, '1,000', '1,001', '0', '1.00 s', '1.0 ms', '0', '3', verdicts, ''],
    ['', '', 'loop', '100', '100', '0', '2.00 s', '20.0 ms', '0', '0', '', ''],
    ['', '', 'failing loop', '100', '100', '7', '2.00 s', '20.0 ms', '2', '2', '', ''],
  ]);
  expect(lines).toContain('A list, failing loop: Gone');
  expect(lines.at(-1)).toBe(
    '1 of 3 goals of the jobs are met. Missed: A list: nothing lost. A list: fewest requests.',
  );
});

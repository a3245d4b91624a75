import { describe, expect, test } from 'vitest';

import { exitCode } from '../exit-code.ts';
import type { Check, Finding, Report } from '../report.ts';
import { applyKnown } from './apply.ts';
import type { KnownDeviation } from './deviation.ts';

const checks: Check[] = [
  { id: 'a', title: 'a', group: 'g', outcome: 'failed' },
  { id: 'b', title: 'b', group: 'g', outcome: 'passed' },
  { id: 'c', title: 'c', group: 'g', outcome: 'not run', reason: 'r' },
];
const finding: Finding = { rule: 'r', level: 'error', subject: 'a', message: 'm' };
const report: Report = {
  tool: { name: 't', version: '1' },
  title: 't',
  rules: [{ id: 'r', title: 'r', level: 'error' }],
  checks,
  findings: [finding],
  remarks: [],
};

function deviation(more: Partial<KnownDeviation> = {}): KnownDeviation {
  return { rule: 'r', subject: 'a', reason: 'why', expires: '2027-01-31', line: 7, column: 3, ...more };
}

function apply(deviations: KnownDeviation[], now = '2027-01-15T12:00:00Z', complete = true): Report {
  return applyKnown(report, { file: 'known.yaml', deviations }, { now: new Date(now), complete });
}

function codeOf(applied: Report): number {
  return exitCode(applied, { failOn: 'note', finished: true });
}

const place = { file: 'known.yaml', line: 7, column: 3 };
const known = { reason: 'why', expires: '2027-01-31' };

test.each(['a', '*'])(
  'a finding that the subject %j names is kept, marked, and does not count',
  (subject) => {
    const applied = apply([deviation({ subject })]);
    expect(applied.findings).toEqual([{ ...finding, known }]);
    expect(codeOf(applied)).toBe(0);
  },
);

test.each([{ rule: 'q' }, { subject: 'A' }, { subject: 'a ' }, { subject: 'a*' }])(
  'an entry with %j matches nothing',
  (more) => {
    const applied = apply([deviation(more)]);
    expect(applied.findings[0]).toEqual(finding);
    expect(codeOf(applied)).toBe(1);
  },
);

test('the entry for a subject has precedence over the one for all, and both are needed', () => {
  const applied = apply([deviation({ subject: '*', reason: 'all' }), deviation()]);
  expect(applied.findings).toEqual([{ ...finding, known }]);
});

describe('the day', () => {
  test.each([
    ['2027-01-31T00:00:00Z', 0],
    ['2027-01-31T23:59:59.999Z', 0],
    // Still the 31st there, but not in UTC.
    ['2027-01-31T23:00:00-05:00', 1],
    ['2027-02-01T00:00:00Z', 1],
    // Already the 1st there, but not in UTC.
    ['2027-02-01T08:00:00+09:00', 0],
    ['2028-01-01T00:00:00Z', 1],
  ])('at %s gives the exit code %i', (now, code) => {
    expect(codeOf(apply([deviation()], now))).toBe(code);
  });
});

test('an entry that has expired hides nothing and is itself a finding, with its line', () => {
  const applied = apply([deviation()], '2027-02-01T00:00:00Z');
  expect(applied.findings).toEqual([
    finding,
    {
      rule: 'known-deviation-expired',
      level: 'error',
      subject: 'r: a',
      message: 'The known deviation r of a expired on 2027-01-31.',
      place,
    },
  ]);
  expect(applied.rules.map(({ id }) => id)).toContain('known-deviation-expired');
});

test('an entry that has expired fails the run even where nothing matches it', () => {
  const applied = apply([deviation(), deviation({ subject: 'b', expires: '2027-01-01' })]);
  expect(applied.findings.map(({ rule }) => rule)).toEqual(['r', 'known-deviation-expired']);
  expect(codeOf(applied)).toBe(1);
});

test('an entry that nothing matches is a warning that never fails the run', () => {
  const applied = apply([deviation(), deviation({ subject: 'b' })]);
  expect(applied.findings[1]).toEqual({
    rule: 'known-deviation-not-needed',
    level: 'warning',
    subject: 'r: b',
    message: 'The known deviation r of b is no longer needed: nothing matches it.',
    place,
    advisory: true,
  });
  expect(codeOf(applied)).toBe(0);
});

test('an entry for a rule that does not exist says so', () => {
  expect(apply([deviation({ rule: 'q', subject: '*' })]).findings[1]?.message).toBe(
    'The known deviation q of any subject matches nothing: there is no such rule.',
  );
});

test.each([
  ['whose check was not run', 'c', true, 0],
  ['whose check passed, in a part of a run', 'b', false, 1],
  ['whose subject is gone', 'gone', true, 1],
  ['whose subject was not looked at, in a part of a run', 'gone', false, 0],
  ['for all, in a part of a run', '*', false, 0],
])('an entry %s: %s, complete %s, is reported %i times', (_, subject, complete, times) => {
  const clean = { ...report, findings: [] };
  const options = { now: new Date('2027-01-15'), complete };
  const { findings } = applyKnown(clean, { file: 'k', deviations: [deviation({ subject })] }, options);
  expect(findings).toHaveLength(times);
});

test('the report that was given stays as it was', () => {
  const before = structuredClone(report);
  apply([deviation()]);
  expect(report).toEqual(before);
});

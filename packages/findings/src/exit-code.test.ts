import { describe, expect, test } from 'vitest';

import { exitCode } from './exit-code.ts';
import type { Check, Finding, Level, Outcome, Report } from './report.ts';

function check(outcome: Outcome): Check {
  return { id: 'a', title: 'a', group: 'g', outcome };
}

function finding(level: Level, more: Partial<Finding> = {}): Finding {
  return { rule: 'r', level, subject: 'a', message: 'm', ...more };
}

const known = { reason: 'r', expires: '2027-01-01' };

interface Row {
  readonly what: string;
  readonly checks?: readonly Check[];
  readonly findings?: readonly Finding[];
  readonly failOn?: Level;
  readonly finished?: boolean;
  readonly code: 0 | 1 | 2;
}

const rows: readonly Row[] = [
  { what: 'one check that passed', checks: [check('passed')], code: 0 },
  {
    what: 'a check that passed and others without a result',
    checks: [check('passed'), check('not run')],
    code: 0,
  },
  { what: 'an empty report', code: 2 },
  { what: 'only checks that were not run', checks: [check('not run')], code: 2 },
  { what: 'only checks that are not applicable', checks: [check('not applicable')], code: 2 },
  { what: 'an error', checks: [check('failed')], findings: [finding('error')], code: 1 },
  { what: 'an error without any check', findings: [finding('error')], code: 1 },
  { what: 'a warning where errors fail', checks: [check('passed')], findings: [finding('warning')], code: 0 },
  {
    what: 'a warning where warnings fail',
    checks: [check('passed')],
    findings: [finding('warning')],
    failOn: 'warning',
    code: 1,
  },
  {
    what: 'a note where warnings fail',
    checks: [check('passed')],
    findings: [finding('note')],
    failOn: 'warning',
    code: 0,
  },
  {
    what: 'a note where notes fail',
    checks: [check('passed')],
    findings: [finding('note')],
    failOn: 'note',
    code: 1,
  },
  {
    what: 'an error where notes fail',
    checks: [check('passed')],
    findings: [finding('error')],
    failOn: 'note',
    code: 1,
  },
  { what: 'a known error', checks: [check('failed')], findings: [finding('error', { known })], code: 0 },
  {
    what: 'a known error beside another',
    checks: [check('failed')],
    findings: [finding('error', { known }), finding('error')],
    code: 1,
  },
  { what: 'a known error and nothing checked', findings: [finding('error', { known })], code: 2 },
  {
    what: 'advice where notes fail',
    checks: [check('passed')],
    findings: [finding('warning', { advisory: true })],
    failOn: 'note',
    code: 0,
  },
  {
    what: 'a failed check without a finding',
    checks: [check('passed'), { ...check('failed'), id: 'b' }],
    code: 1,
  },
  { what: 'an interrupted run in which all passed', checks: [check('passed')], finished: false, code: 2 },
  {
    what: 'an interrupted run with an error',
    checks: [check('failed')],
    findings: [finding('error')],
    finished: false,
    code: 2,
  },
];

describe('the exit code', () => {
  test.each(rows)(
    'of $what is $code',
    ({ checks = [], findings = [], failOn = 'error', finished = true, code }) => {
      const report: Report = {
        tool: { name: 't', version: '1' },
        title: 't',
        rules: [],
        checks,
        findings,
        remarks: [],
      };
      expect(exitCode(report, { failOn, finished })).toBe(code);
    },
  );
});

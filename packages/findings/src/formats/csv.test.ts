import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { arbitraryReport, hostileText } from '../../test/arbitrary-report.ts';
import { render } from '../../test/render.ts';
import { sampleReport } from '../../test/sample-report.ts';
import type { Finding, Report } from '../report.ts';

/** The rows as a program reads them, which refuses rows of different lengths. */
async function cellsOf(report: Report): Promise<string[][]> {
  return parse(await render('csv', report));
}

/** What a spreadsheet would calculate, also where it skips blanks first. */
function isFormula(cell: string): boolean {
  return /^\s*[=+\-@\t\r＝＋－＠]/u.test(cell);
}

test('a finding is a row under the names of the columns', async () => {
  const [names, , second] = await cellsOf(sampleReport);
  expect(names?.join(' ')).toBe(
    'level rule subject message help file line column pointer known_reason known_expires',
  );
  expect(second).toEqual([
    'error',
    'undeclared-status',
    'mock/limit-51',
    'GET /clients answered 500, which is not declared.',
    'Declare it in the contract, or mend the server.',
    'cases/list.yaml',
    '12',
    '3',
    '/paths/~1clients/get/responses',
    '',
    '',
  ]);
});

test('lines end as RFC 4180 has it', async () => {
  const text = await render('csv', sampleReport);
  expect(text.split('\r\n')).toHaveLength(sampleReport.findings.length + 2);
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
});

test.each([
  ['=1+1', "'=1+1"],
  ['  =1+1', "'=1+1"],
  ['\t=1+1', "'=1+1"],
  ['\r\n=1+1', "'=1+1"],
  ['\u00A0@a', "'@a"],
  ['\u001B[31m+1', "'+1"],
  ['-1', "'-1"],
  ['＝1', "'＝1"],
  ['a,"b";c', 'a,"b";c'],
  ['two\nlines', 'two lines'],
  ['漢字', '漢字'],
])('the subject %j becomes the cell %j', async (subject, cell) => {
  const findings: Finding[] = [{ rule: 'r', level: 'note', subject, message: 'm' }];
  const rows = await cellsOf({ ...sampleReport, findings });
  expect(rows[1]?.[2]).toBe(cell);
});

test('no cell of any report is a formula, and each finding is one row of eleven cells', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryReport(hostileText), async (report) => {
      const rows = await cellsOf(report);
      expect(rows).toHaveLength(report.findings.length + 1);
      expect(rows.every((row) => row.length === 11)).toBe(true);
      expect(rows.flat().filter(isFormula)).toEqual([]);
    }),
  );
});

test('planted fault: without the apostrophe a cell is a formula', async () => {
  const findings: Finding[] = [{ rule: 'r', level: 'note', subject: '=1', message: 'm' }];
  const [, row] = parse((await render('csv', { ...sampleReport, findings })).replace("'", ''));
  expect(row?.some(isFormula)).toBe(true);
});

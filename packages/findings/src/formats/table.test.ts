import { createPaint } from '@docspace-oauth/terminal/color';
import { widest } from '@docspace-oauth/terminal/width';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { arbitraryReport, hostileText } from '../../test/arbitrary-report.ts';
import { render } from '../../test/render.ts';
import { sampleReport } from '../../test/sample-report.ts';
import { formatReport } from '../formats.ts';
import type { Finding } from '../report.ts';

const finding: Finding = { rule: 'undeclared-field', level: 'warning', subject: 'a', message: 'm' };

test('the sample, the most serious finding first and the known one last', async () => {
  expect(await render('table', sampleReport)).toBe(`The contract of http://127.0.0.1:4010

level  rule               subject
-----  -----------------  -------------
error  undeclared-status  mock/limit-51
  GET /clients answered 500, which is not declared.
  cases/list.yaml:12:3
  To do: Declare it in the contract, or mend the server.
note   undeclared-field   mock/limit-51
  A minor thing.
  To do: Look.
known  undeclared-field   mock/drift
  The field "color" is not declared.
  Known until 2027-03-31: The portal of 3.8 has it.

mock: 1 passed, 2 failed, 1 not applicable
  not applicable: mock/guest, because no guest key is given
prism: 1 not run
  not run: prism/list, because it needs Node 24.18

Only the mock was asked.

1 violation: 1 error, 1 note, 1 known deviation (docspace-contract 0.1.0).
`);
});

test('it says when nothing was checked', async () => {
  const report = { ...sampleReport, checks: sampleReport.checks.slice(3), findings: [] };
  expect(await render('table', report)).toMatch(
    /\nNothing was checked: no findings \(docspace-contract 0\.1\.0\)\.\n$/u,
  );
});

test('a failed check without a finding is listed', async () => {
  expect(await render('table', { ...sampleReport, findings: [] })).toContain('\nfailed: mock/limit-51\n');
});

test.each([30, 60, 100])('no line is wider than %i columns, wide characters included', async (width) => {
  const findings = [
    { ...finding, subject: '漢字'.repeat(60), message: '漢字 many words '.repeat(50) },
    ...sampleReport.findings,
  ];
  const options = { failOn: 'error', secrets: [], terminal: { width, paint: createPaint({}, {}) } } as const;
  const text = await formatReport('table', { ...sampleReport, findings }, options);
  // A word is left whole, so that it can be copied.
  const lines = text.split('\n').filter((line) => line.trim().includes(' '));
  expect(widest(lines)).toBeLessThanOrEqual(width);
  expect(lines.length).toBeGreaterThan(10);
});

test('a message of a million characters is cut', async () => {
  const findings = [{ ...finding, message: 'x'.repeat(1_000_000) }];
  expect((await render('table', { ...sampleReport, findings })).length).toBeLessThan(2000);
});

test('levels have a colour where colours are wanted', async () => {
  const paint = createPaint({ isTTY: true }, {});
  const terminal = { width: 80, paint };
  const text = await formatReport('table', sampleReport, { failOn: 'error', secrets: [], terminal });
  expect(text).toContain('\n\u001B[31merror\u001B[39m  undeclared-status  mock/limit-51\n');
  expect(text).toContain('\n\u001B[2mknown\u001B[22m  undeclared-field   mock/drift\n');
});

test('any report is harmless on a terminal', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryReport(hostileText), async (report) => {
      expect(await render('table', report)).not.toMatch(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/u);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { arbitraryReport, hostileText } from '../../test/arbitrary-report.ts';
import { render } from '../../test/render.ts';
import { sampleReport } from '../../test/sample-report.ts';
import type { JsonReport } from './json.ts';

test('the shape is the documented one', async () => {
  const data = JSON.parse(await render('json', sampleReport)) as JsonReport;
  const { tool, title, rules, checks, findings, remarks } = sampleReport;
  expect(data).toEqual({
    schemaVersion: 1,
    tool,
    title,
    summary: {
      violations: 1,
      levels: { error: 1, warning: 0, note: 1 },
      known: 1,
      outcomes: { passed: 1, failed: 2, 'not applicable': 1, 'not run': 1 },
    },
    rules,
    checks,
    findings,
    remarks,
  } satisfies JsonReport);
});

test('any report comes back as it was, and prints no character that a terminal obeys', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryReport(hostileText), async (report) => {
      const text = await render('json', report);
      const { findings, checks } = JSON.parse(text) as JsonReport;
      // A record made by fast-check has no prototype.
      expect({ findings, checks }).toEqual(
        structuredClone({ findings: report.findings, checks: report.checks }),
      );
      expect(text).not.toMatch(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/u);
    }),
  );
});

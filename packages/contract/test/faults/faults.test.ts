import { exitCode } from '@docspace-oauth/findings/exit-code';
import { describe, expect, test } from 'vitest';
import { ruleOf } from '../../src/run/rules.ts';
import { plant, score } from './score.ts';
import { serverFaults } from './servers/all.ts';
import { caseOf, checkServer, isLive } from './servers/check-server.ts';

// Whatever the checks are for is done wrong once, on purpose. A check that does not find it could not fail.

for (const [kind, faults] of Object.entries(serverFaults)) {
  plant(`a server: ${kind}`, faults, async (fault) => {
    const report = await checkServer([caseOf(fault.case)], fault);
    const found = report.findings.map(({ rule, subject }) => `${rule} ${subject}`);
    expect(found).toContain(`${fault.rule} ${fault.case}`);
    const fails = ruleOf(fault.rule).level === 'error';
    expect(exitCode(report, { failOn: 'error', finished: true })).toBe(fails ? 1 : 0);
  });
}

describe('an honest server', () => {
  const ids = new Set(Object.values(serverFaults).flatMap((faults) => faults.map((fault) => fault.case)));
  const cases = [...ids].toSorted().map(caseOf);
  const groups = Map.groupBy(cases, (one) =>
    isLive(one) ? `${one.dialect} ${JSON.stringify(one.mock)}` : `${one.dialect}, embedded`,
  );
  test.each([...groups])('%s: nothing is found', async (_, group) => {
    const { checks, findings } = await checkServer(group, {});
    expect(findings).toEqual([]);
    expect(checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect(checks).toHaveLength(group.length);
  });
});

// Last in this file: it is about everything above.
test('the score', () => {
  const { planted, caught } = score;
  // oxlint-disable-next-line no-console -- the score is what this suite is for
  console.log(`${caught.size} of ${planted.length} planted faults are caught.`);
  expect(planted.filter((name) => !caught.has(name))).toEqual([]);
  expect(new Set(planted).size).toBe(planted.length);
  expect(planted.length).toBeGreaterThanOrEqual(40);
});

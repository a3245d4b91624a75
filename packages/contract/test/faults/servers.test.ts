import { exitCode } from '@docspace-oauth/findings/exit-code';
import { describe, expect, test } from 'vitest';
import { ruleOf, rules } from '../../src/run/rules.ts';
import { faultTag } from './score.ts';
import { serverFaults } from './servers/all.ts';
import { caseOf, checkServer, isLive } from './servers/check-server.ts';

// A server does everything wrong once. A check that does not find it is one that cannot fail.

const kinds = Object.entries(serverFaults);
const all = kinds.flatMap(([, faults]) => faults);

describe.each(kinds)('a server that lies about %s', (_, faults) => {
  test.each(faults)('$name: $rule of $case', { tags: faultTag }, async (fault) => {
    const report = await checkServer([caseOf(fault.case)], fault);
    const found = report.findings.map(({ rule, subject }) => `${rule} ${subject}`);
    expect(found).toContain(`${fault.rule} ${fault.case}`);
    const fails = ruleOf(fault.rule).level === 'error';
    expect(exitCode(report, { failOn: 'error', finished: true })).toBe(fails ? 1 : 0);
  });
});

describe('an honest server', () => {
  const cases = [...new Set(all.map((fault) => fault.case))].toSorted().map(caseOf);
  const groups = Map.groupBy(cases, (one) =>
    isLive(one) ? `${one.dialect}, ${JSON.stringify(one.mock)}` : `${one.dialect}, embedded`,
  );

  test.each([...groups])('%s: none of these cases finds anything', async (_, group) => {
    const { checks, findings } = await checkServer(group, {});
    expect(findings).toEqual([]);
    const outcomes = new Map(checks.map(({ id, outcome }) => [id, outcome]));
    expect(group.filter(({ id }) => outcomes.get(id) !== 'passed')).toEqual([]);
  });
});

test('each rule about a response is the gate of a fault, and no fault is there twice', () => {
  const used = new Set<string>(all.map(({ rule }) => rule));
  // These are about the run as a whole, or about the embedded mock alone; their faults are in the files beside this one.
  const others = ['recording', 'coverage', 'never-run', 'coverage-live'];
  expect(rules.map(({ id }) => id).filter((id) => !used.has(id))).toEqual(others);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
});

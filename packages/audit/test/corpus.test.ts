import type { Finding } from '@docspace-oauth/findings/report';
import { describe, expect, test } from 'vitest';
import { audit } from '../src/audit.ts';
import { rules } from '../src/rules.ts';
import { app, today, type Case } from './corpus/case.ts';
import { harmlessCases, suspectCases } from './corpus/corpus.ts';

const options = { now: today };

/** What the audit says about the client of a case, among the others that the case puts beside it. */
function findingsOf({ client, beside = [] }: Case): Finding[] {
  const others = beside.map((name, index) => app(name, `beside-${index}.example`));
  return audit([client, ...others], options).filter(({ subject }) => subject === client.client_id);
}

function rulesOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map(({ rule }) => rule))].toSorted();
}

describe('harmless clients get no finding, or only the notes that they name', () => {
  test.each(harmlessCases.map((entry) => [entry.what.slice(0, 60), entry] as const))('%s', (_, entry) => {
    const findings = findingsOf(entry);
    expect(rulesOf(findings)).toEqual(entry.finds.toSorted());
    expect(findings.filter(({ level }) => level !== 'note')).toEqual([]);
  });
});

test('all harmless clients in one portal: nothing more is found about their names', () => {
  const findings = audit(
    harmlessCases.map(({ client }) => client),
    options,
  );
  expect(findings.filter(({ level }) => level !== 'note')).toEqual([]);
});

describe('each rule is found where it has to be, and no other', () => {
  test.each(suspectCases.map((entry) => [entry.what, entry] as const))('%s', (_, entry) => {
    expect(rulesOf(findingsOf(entry))).toEqual(entry.finds.toSorted());
  });
});

test('there are at least 200 clients, at least 100 of them harmless, and each has a title of its own', () => {
  expect(harmlessCases.length).toBeGreaterThanOrEqual(100);
  expect(suspectCases.filter(({ finds }) => finds.length > 0).length).toBeGreaterThanOrEqual(100);
  const titles = [...harmlessCases, ...suspectCases].map(({ what }) => what);
  expect(new Set(titles).size).toBe(titles.length);
});

/** The rules that no case expects. */
function notExpected(cases: readonly Case[]): string[] {
  const expected = new Set(cases.flatMap(({ finds }) => finds));
  return rules.map(({ id }) => id).filter((id) => !expected.has(id));
}

test('every rule is expected by at least one case', () => {
  expect(notExpected(suspectCases)).toEqual([]);
});

test('a rule that no case expects would be noticed', () => {
  const without = suspectCases.filter(({ finds }) => !finds.includes('redirect-uri-fragment'));
  expect(notExpected(without)).toEqual(['redirect-uri-fragment']);
});

import { clean } from '@docspace-oauth/terminal/text';
import { parseXml, XmlElement, type XmlNode } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { arbitraryReport, hostileText } from '../../test/arbitrary-report.ts';
import { render } from '../../test/render.ts';
import { sampleReport } from '../../test/sample-report.ts';
import { exitCode } from '../exit-code.ts';
import type { Finding, Level, Report } from '../report.ts';

/** The elements of an XML document, in the order in which they begin. What is not well-formed is an error. */
function elementsOf(xml: string): XmlElement[] {
  return parseXml(xml).children.flatMap(withDescendants);
}

function withDescendants(node: XmlNode): XmlElement[] {
  return node instanceof XmlElement ? [node, ...node.children.flatMap(withDescendants)] : [];
}

async function casesOf(report: Report, failOn?: Level): Promise<Record<string, string>> {
  const cases: Record<string, string> = {};
  let current = '';
  for (const { name, attributes } of elementsOf(await render('junit', report, failOn))) {
    if (name === 'testcase') {
      current = attributes['name'] ?? '';
      cases[current] = 'passed';
    } else if (name === 'failure' || name === 'skipped') {
      cases[current] = `${name}: ${attributes['message']}`;
    }
  }
  return cases;
}

test('each check is a test case: passed, failed with its finding, or skipped with the reason', async () => {
  expect(await casesOf(sampleReport)).toEqual({
    'mock/list: The list is a page': 'passed',
    'mock/limit-51: A limit of 51 is refused': 'failure: GET /clients answered 500, which is not declared.',
    'mock/drift': 'skipped: known deviation until 2027-03-31: The portal of 3.8 has it.',
    'mock/guest: A guest is refused': 'skipped: not applicable: no guest key is given',
    'prism/list: The list is a page': 'skipped: not run: it needs Node 24.18',
  });
});

test('a suite counts its cases, and a failure tells place and advice', async () => {
  const elements = elementsOf(await render('junit', sampleReport));
  expect(elements[1]).toMatchObject({
    name: 'testsuite',
    attributes: { name: 'mock', tests: '4', failures: '1', skipped: '2', time: '0.012000' },
  });
  const failure = elements.find(({ name }) => name === 'failure');
  expect(failure?.attributes['type']).toBe('undeclared-status');
  expect(failure?.text.trim().split('\n')).toEqual([
    'error undeclared-status: GET /clients answered 500, which is not declared.',
    'at cases/list.yaml:12:3',
    'to do: Declare it in the contract, or mend the server.',
  ]);
});

test('a finding about something that is no check is a test case of its own', async () => {
  const findings: Finding[] = [
    { rule: 'undeclared-field', level: 'warning', subject: 'client-1', message: 'm' },
    { rule: 'undeclared-field', level: 'note', subject: 'client-2', message: 'm' },
  ];
  const report = { ...sampleReport, checks: [], findings };
  expect(await casesOf(report, 'warning')).toEqual({
    'undeclared-field: client-1': 'failure: m',
    'undeclared-field: client-2': 'passed',
  });
});

test('a failed check without a finding fails', async () => {
  const checks = [{ id: 'a', title: 'a', group: 'g', outcome: 'failed' as const }];
  expect(await casesOf({ ...sampleReport, checks, findings: [] })).toEqual({
    a: 'failure: The check failed without a finding.',
  });
});

test('several violations of a check are one failure that holds them all', async () => {
  const report = { ...sampleReport, findings: sampleReport.findings.slice(1) };
  const failure = elementsOf(await render('junit', report, 'note')).find(({ name }) => name === 'failure');
  expect(failure?.attributes['message']).toBe(
    'GET /clients answered 500, which is not declared. (and 1 more)',
  );
  expect(failure?.text).toContain('note undeclared-field: A minor thing.');
});

test('any report is well-formed XML that fails exactly when the exit code is 1', async () => {
  await fc.assert(
    fc.asyncProperty(
      arbitraryReport(hostileText),
      fc.constantFrom('note', 'error'),
      async (report, failOn) => {
        const names = elementsOf(await render('junit', report, failOn)).map(({ name }) => name);
        expect(names.includes('failure')).toBe(exitCode(report, { failOn, finished: true }) === 1);
      },
    ),
  );
});

test('a failure tells the name and the message as they are, but for what XML has no place for', async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, hostileText, async (subject, message) => {
      const findings: Finding[] = [{ rule: 'r', level: 'error', subject, message }];
      const elements = elementsOf(await render('junit', { ...sampleReport, checks: [], findings }));
      const words = (text = ''): string => text.replaceAll(/[\s"'\uFFFE\uFFFF\uFFFD]/gu, '');
      const failure = elements.find(({ name }) => name === 'failure');
      expect(words(elements[2]?.attributes['name'])).toBe(words(`r:${clean(subject)}`));
      expect(words(failure?.attributes['message'])).toBe(words(clean(message)));
      expect(words(failure?.text)).toBe(words(`error r:${clean(message)}`));
    }),
  );
});

test.each(['\u0000', '\uFFFE', ']]>', '<', '&#1;'])(
  'planted fault: the parser refuses %j, which the format takes out',
  (text) => {
    expect(() => elementsOf(`<a>${text}</a>`)).toThrow(/line 1/u);
  },
);

import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { default as AjvDraft04 } from 'ajv-draft-04';
import { default as addFormats } from 'ajv-formats';
import fc from 'fast-check';
import type { Log, Result } from 'sarif';
import { describe, expect, test } from 'vitest';

import { arbitraryReport, hostileText } from '../../test/arbitrary-report.ts';
import { render } from '../../test/render.ts';
import { sampleReport } from '../../test/sample-report.ts';
import type { Finding, Report } from '../report.ts';

// One pattern of the schema has a bracket too many, which only the old rules of regular expressions allow.
const ajv = new AjvDraft04.default({ strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile<Log>(schema as object);

async function logOf(report: Report): Promise<Log> {
  const log: unknown = JSON.parse(await render('sarif', report));
  if (validate(log)) return log;
  throw new Error(ajv.errorsText(validate.errors));
}

async function resultsOf(...findings: Finding[]): Promise<Result[]> {
  const log = await logOf({ ...sampleReport, findings });
  return log.runs[0]?.results ?? [];
}

const finding: Finding = { rule: 'undeclared-status', level: 'error', subject: 'a', message: 'm' };

test('the sample keeps the schema of SARIF 2.1.0', async () => {
  const log = await logOf(sampleReport);
  expect(log.runs[0]?.results).toHaveLength(3);
});

test('any report keeps the schema of SARIF 2.1.0', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryReport(hostileText), async (report) => {
      const log = await logOf(report);
      expect(log.runs[0]?.results).toHaveLength(report.findings.length);
    }),
  );
});

test.each([
  ['a level of its own', { level: 'fatal' }],
  ['a line 0', { place: { file: 'a', line: 0 } }],
])('planted fault: the schema refuses %s', async (_, fault) => {
  await expect(logOf({ ...sampleReport, findings: [{ ...finding, ...fault } as Finding] })).rejects.toThrow(
    /data/u,
  );
});

test('a rule has its help, its source and its level', async () => {
  const log = await logOf(sampleReport);
  expect(log.runs[0]?.tool.driver.rules?.[0]).toEqual({
    id: 'undeclared-status',
    shortDescription: { text: 'Every status is declared' },
    help: { text: 'Declare it in the contract, or mend the server.' },
    helpUri: 'https://spec.openapis.org/oas/v3.1.0#responses-object',
    defaultConfiguration: { level: 'error' },
  });
});

test('a result points to its line and to its pointer', async () => {
  const log = await logOf(sampleReport);
  expect(log.runs[0]?.results?.[1]).toMatchObject({
    ruleId: 'undeclared-status',
    ruleIndex: 0,
    level: 'error',
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'cases/list.yaml' },
          region: { startLine: 12, startColumn: 3 },
        },
        logicalLocations: [
          { name: 'mock/limit-51' },
          { fullyQualifiedName: '/paths/~1clients/get/responses' },
        ],
      },
    ],
  });
});

test('a known deviation is suppressed, with its reason', async () => {
  const log = await logOf(sampleReport);
  expect(log.runs[0]?.results?.[0]?.suppressions).toEqual([
    { kind: 'external', status: 'accepted', justification: 'The portal of 3.8 has it.' },
  ]);
  expect(log.runs[0]?.results?.[1]).not.toHaveProperty('suppressions');
});

describe('a fingerprint', () => {
  const at = (line: number): Finding => ({ ...finding, place: { file: 'a.yaml', line, column: 1 } });

  test('stays the same when the line moves and the message changes', async () => {
    const [before] = await resultsOf(at(3));
    const [after] = await resultsOf({ ...at(30), message: 'other' });
    expect(before?.partialFingerprints).toEqual(after?.partialFingerprints);
    expect(Object.keys(before?.partialFingerprints ?? {})).toEqual(['docspaceOauth/v1']);
  });

  test('differs with the rule, the subject, the file and the pointer', async () => {
    const results = await resultsOf(
      at(3),
      { ...at(3), rule: 'undeclared-field' },
      { ...at(3), subject: 'b' },
      { ...at(3), place: { file: 'b.yaml', line: 3 } },
      { ...at(3), place: { file: 'a.yaml', line: 3, pointer: '/a' } },
    );
    const prints = results.map(({ partialFingerprints }) => partialFingerprints?.['docspaceOauth/v1']);
    expect(new Set(prints).size).toBe(5);
  });

  test('counts findings that are otherwise the same', async () => {
    const results = await resultsOf(at(3), at(4));
    const [first = '', second = ''] = results.map(
      (result) => result.partialFingerprints?.['docspaceOauth/v1'],
    );
    expect([first, second].map((print) => print.slice(-2))).toEqual([':1', ':2']);
    expect(first.slice(0, -2)).toBe(second.slice(0, -2));
  });

  test('is also under the name that GitHub reads where there is no line to make one of', async () => {
    const [result] = await resultsOf(finding);
    const { primaryLocationLineHash, ...own } = result?.partialFingerprints ?? {};
    expect(own).toEqual({ 'docspaceOauth/v1': primaryLocationLineHash });
  });
});

test.each([
  ['a client', 'a client'],
  ['../../etc/passwd', 'etc/passwd'],
  ['..', '-'],
  ['', '-'],
  ['C:\\a', 'C:\\a'],
  ['https://evil.example/a', 'https:/evil.example/a'],
])('without a file the subject %j stands in for one, as a relative URI', async (subject, name) => {
  const [result] = await resultsOf({ ...finding, subject });
  const uri = result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
  expect(decodeURIComponent(uri)).toBe(name);
  expect(new URL(uri, 'file:///folder/').href.startsWith('file:///folder/')).toBe(true);
});

test('a message cannot hold a link or a placeholder', async () => {
  const [result] = await resultsOf({ ...finding, message: '[a](https://evil.example) {0} /clients/{id}' });
  expect(result?.message.text).toMatch(
    /^\[a\]\u200B\(https:\/\/evil.example\) \{\u200B0\} \/clients\/\{id\} /u,
  );
});

test('an address of a rule that is none of the web is left out', async () => {
  const rules = [
    { id: 'r', title: 't', level: 'note' as const, source: { title: 's', url: 'javascript:alert(1)' } },
  ];
  const log = await logOf({ ...sampleReport, rules });
  expect(log.runs[0]?.tool.driver.rules?.[0]).not.toHaveProperty('helpUri');
});

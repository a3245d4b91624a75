import { readFile } from 'node:fs/promises';
import { dialects } from '@docspace-oauth/openapi';
import { readDocument } from '@docspace-oauth/openapi/node';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadCases } from '../src/cases/load-cases.ts';
import { recordedCases } from '../src/recordings/recorded-cases.ts';
import type { Facts } from './census.ts';
import { gapsIn, uncovered } from './census.ts';
import { faultTag } from './faults/score.ts';

const cases = await loadCases();
const ids = new Set([...cases, ...recordedCases()].map(({ id }) => id));
const facts = parse(await readFile(new URL('facts.yaml', import.meta.url), 'utf8')) as Facts;

describe('what is known of portals', () => {
  test('each row has a case, and each case that is named exists', () => {
    expect(Object.keys(facts)).toEqual([
      'query parameters',
      'authentication',
      'the empty 403',
      'bodies',
      'errors',
      'limiters',
      'behaviours that the server’s own tests check',
    ]);
    expect(gapsIn(facts, ids)).toEqual([]);
  });

  test.each<[string, readonly string[] | null, string]>([
    ['a row without a case', null, 'no case'],
    ['a row with an empty list of cases', [], 'no case'],
    ['a row whose case there is not', ['portal-list-page', 'no-such-case'], 'no-such-case'],
  ])('%s is found', { tags: faultTag }, (row, named, says) => {
    const table = { ...facts, errors: { ...facts['errors'], [row]: named } };
    expect(gapsIn(table, ids)).toEqual([`errors: ${row}: ${says}`]);
  });

  test('each case belongs to the dialect that its id begins with', () => {
    expect(cases.filter(({ id, dialect }) => !id.startsWith(`${dialect}-`))).toEqual([]);
  });
});

describe.each(dialects)('the contract of the %s', (dialect) => {
  test('each operation and status has a case', async () => {
    expect(uncovered(dialect, await readDocument(dialect), cases)).toEqual([]);
  });

  test('a declared status without a case is found', { tags: faultTag }, async () => {
    const document = structuredClone(await readDocument(dialect));
    const { get } = Object.values(document.paths)[0] ?? {};
    Object.assign(get?.responses ?? {}, { '418': { description: 'Not so far.' } });
    expect(uncovered(dialect, document, cases)).toEqual([`${get?.operationId} 418`]);
  });
});

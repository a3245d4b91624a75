import { readFile } from 'node:fs/promises';
import type { OpenApiDocument } from '@docspace-oauth/openapi';
import { dialects } from '@docspace-oauth/openapi';
import { readDocument } from '@docspace-oauth/openapi/node';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadCases } from '../src/cases/load-cases.ts';
import { recordedCases } from '../src/recordings/recorded-cases.ts';

const cases = await loadCases();
const ids = new Set([...cases, ...recordedCases()].map(({ id }) => id));

type Facts = Readonly<Record<string, Readonly<Record<string, readonly string[] | null>>>>;
const facts = parse(await readFile(new URL('facts.yaml', import.meta.url), 'utf8')) as Facts;

/** The rows without a case, and the ids that no case has. */
function gapsIn(table: Facts): string[] {
  return Object.entries(table).flatMap(([section, rows]) =>
    Object.entries(rows).flatMap(([row, named]) => {
      const unknown = (named ?? []).filter((id) => !ids.has(id));
      const missing = named?.length ? [] : [`${section}: ${row}: no case`];
      return [...missing, ...unknown.map((id) => `${section}: ${row}: ${id}`)];
    }),
  );
}

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
    expect(gapsIn(facts)).toEqual([]);
  });

  test('a row without a case and an unknown case are found', () => {
    expect(gapsIn({ a: { one: [], two: ['no-such-case'], three: null } })).toEqual([
      'a: one: no case',
      'a: two: no-such-case',
      'a: three: no case',
    ]);
  });

  test('each portal case belongs to the portal', () => {
    expect(cases.filter(({ id, dialect }) => !id.startsWith(`${dialect}-`))).toEqual([]);
  });
});

/** The declared operations and statuses that no case expects. */
function uncovered(dialect: string, { paths }: OpenApiDocument): string[] {
  const expected = new Set(
    cases
      .filter((one) => one.dialect === dialect)
      .flatMap(({ operation, expect: { status }, procedure }) =>
        // A procedure has no status of its own.
        procedure === undefined ? status.map((one) => `${operation} ${one}`) : [],
      ),
  );
  return Object.values(paths)
    .flatMap(({ get: { operationId, responses } }) =>
      Object.keys(responses).map((status) => `${operationId} ${status}`),
    )
    .filter((cell) => !expected.has(cell));
}

describe.each(dialects)('the contract of the %s', (dialect) => {
  test('each operation and status has a case', async () => {
    expect(uncovered(dialect, await readDocument(dialect))).toEqual([]);
  });

  test('a status without a case is found', async () => {
    const document = structuredClone(await readDocument(dialect));
    const { get } = Object.values(document.paths)[0] ?? {};
    Object.assign(get?.responses ?? {}, { '418': { description: 'Not so far.' } });
    expect(uncovered(dialect, document)).toEqual([`${get?.operationId} 418`]);
  });
});

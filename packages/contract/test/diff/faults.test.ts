import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '@docspace-oauth/findings/report';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diff } from '../../src/diff/command.ts';
import { faultTag } from '../faults/score.ts';
import { makeProjects } from './contract-folder.ts';
import { operationFaults } from './operation-faults.ts';
import { schemaFaults } from './schema-faults.ts';

const projects = await makeProjects();
afterAll(projects.remove);

const contracts = [
  { what: 'schemas', group: schemaFaults },
  { what: 'operations', group: operationFaults },
];

describe.each(contracts)('a contract with changed $what', ({ what, group }) => {
  let report: Report;
  let head: string;

  beforeAll(async () => {
    const base = await projects.project(
      `base of ${what}`,
      group.flatMap((fault) => fault.base ?? []),
    );
    head = await projects.project(
      `head of ${what}`,
      group.flatMap((fault) => fault.edits),
    );
    report = await diff(join(base, 'openapi'), head);
  });

  test.each(group)(
    '$name: breaks $breaks',
    { tags: faultTag },
    async ({ breaks, subject, at: [file, text], says }) => {
      const found = report.findings.filter((finding) => finding.subject === subject);
      expect(found.map(({ rule, level }) => [rule, level])).toEqual([[`breaks-${breaks}`, 'error']]);
      const [finding] = found;
      expect(finding?.place?.file).toBe(`openapi/${file}`);
      const lines = (await readFile(join(head, 'openapi', file), 'utf8')).split('\n');
      expect(lines[(finding?.place?.line ?? 0) - 1]).toBe(text);
      expect(finding?.message).toContain(says ?? '');
    },
  );

  test('each breaking change is a failed check of its own', () => {
    const failed = report.checks.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
    const breaking = report.findings.filter(({ level }) => level === 'error').map(({ subject }) => subject);
    expect(failed).toEqual(breaking);
    expect(new Set(report.checks.map(({ id }) => id)).size).toBe(report.checks.length);
  });
});

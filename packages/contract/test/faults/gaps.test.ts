import type { Finding } from '@docspace-oauth/findings/report';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadCases } from '../../src/cases/load-cases.ts';
import { checkOffline } from '../../src/check-offline.ts';
import { faultTag } from './score.ts';

/** Cases that are left out, and what nobody receives without them. */
interface Gap {
  readonly name: string;
  readonly without: RegExp;
  readonly cells: readonly string[];
}

const gaps: readonly Gap[] = [
  {
    name: 'a status that no case receives',
    without: /^guide-client-(?:429-declared|user-limit)$/u,
    cells: ['guide getClient 429 application/problem+json'],
  },
  {
    name: 'a status that no case asks a mock for',
    without: /^guide-bulk-404-declared$/u,
    cells: ['guide getClientsInfo 404 application/problem+json'],
  },
  {
    name: 'a required parameter that no case leaves out',
    without: /^guide-bulk-without-ids$/u,
    cells: ['guide getClientsInfo parameter ids: left out'],
  },
  {
    name: 'a parameter that no case sends as it should not be',
    without: /^guide-info-blank-id$/u,
    cells: ['guide getClientInfo parameter id: breaks pattern'],
  },
  {
    name: 'nulls that no case receives, and a body without its envelope',
    without: /^guide-public-(?:nulls|200-declared)$/u,
    cells: [
      ...['description', 'website_url', 'terms_url', 'policy_url', 'logo'].map(
        (field) => `guide getPublicClientInfo PublicClientInfo/${field} null`,
      ),
      'guide getPublicClientInfo PublicClientInfoBody as PublicClientInfo',
    ],
  },
];

describe('a run without some cases, and with one that means nothing', () => {
  let findings: readonly Finding[];
  beforeAll(async () => {
    const own = (await loadCases()).filter(({ dialect }) => dialect === 'guide');
    const [first] = own;
    if (!first) throw new RangeError('There is no case.');
    const never = { ...first, id: 'guide-never', needs: { clients: 1_000_000 } };
    const cases = own.filter(({ id }) => !gaps.some(({ without }) => without.test(id)));
    ({ findings } = await checkOffline([...cases, never], { dialect: 'guide' }));
  });

  const missing = (): string[] =>
    findings.filter(({ rule }) => rule === 'coverage').map(({ subject }) => subject);

  test.each(gaps)('$name', { tags: faultTag }, ({ cells }) => {
    expect(missing()).toEqual(expect.arrayContaining([...cells]));
  });

  test('a case that never runs', { tags: faultTag }, () => {
    const found = findings.filter(({ rule }) => rule === 'never-run').map(({ subject }) => subject);
    expect(found).toEqual(['guide-never']);
  });

  test('nothing else is missing', () => {
    expect(missing().toSorted()).toEqual(gaps.flatMap(({ cells }) => cells).toSorted());
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['coverage', 'never-run']));
  });
});

import type { Recording } from '@docspace-oauth/testing/recordings';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecordedCase } from '../../src/recordings/recorded-cases.ts';
import { recordedCases } from '../../src/recordings/recorded-cases.ts';
import type { RecordedPortal } from '../../src/recordings/recorded-portal.ts';
import { startRecordedPortal } from '../../src/recordings/recorded-portal.ts';
import { runRecorded } from '../../src/recordings/run-recorded.ts';
import { faultTag } from './score.ts';
import { without } from './servers/changes.ts';

/** A portal that answered otherwise: to the check it is the mock that does. */
interface RecordingFault {
  readonly name: string;
  readonly case: string;
  readonly change: (recording: Recording) => Partial<Recording>;
  readonly says: string;
}

const faults: readonly RecordingFault[] = [
  {
    name: 'another status',
    case: 'recorded-004',
    change: () => ({ status: 404 }),
    says: 'It answered 200; the portal answered 404.',
  },
  {
    name: 'a header that is absent',
    case: 'recorded-033',
    change: ({ headers }) => ({ headers: { ...headers, allow: 'GET' } }),
    says: 'The header allow is absent; the portal’s was GET.',
  },
  {
    name: 'a header that is one too many',
    case: 'recorded-033',
    change: ({ headers }) => ({ headers: without(headers, 'set-cookie') }),
    says: 'The header set-cookie is JSESSIONID=…; the portal’s was absent.',
  },
  {
    name: 'another value in a body',
    case: 'recorded-004',
    change: ({ body }) => ({ body: body.replace('"is_public":true', '"is_public":false') }),
    says: 'The body is not the one that the portal sent.',
  },
  {
    name: 'another order of fields',
    case: 'recorded-004',
    change: ({ body }) => {
      const { name, ...rest } = JSON.parse(body) as Record<string, unknown>;
      return { body: JSON.stringify({ ...rest, name }) };
    },
    says: 'The body is not the one that the portal sent.',
  },
  {
    name: 'a body where there was none',
    case: 'recorded-033',
    change: () => ({ body: '{"status":403}' }),
    says: 'The body is not the one that the portal sent.',
  },
];

describe('a mock that answers otherwise than the recorded portal', () => {
  const recorded = recordedCases();
  const caseOf = (id: string): RecordedCase => recorded.find((one) => one.id === id) as RecordedCase;
  let portal: RecordedPortal;
  beforeAll(async () => {
    portal = await startRecordedPortal(
      recorded.map(({ recording }) => recording),
      () => undefined,
    );
  });
  afterAll(() => portal.close());

  test.each(faults)('$name', { tags: faultTag }, async (fault) => {
    const honest = caseOf(fault.case);
    const changed = fault.change(honest.recording);
    expect({ ...honest.recording, ...changed }).not.toEqual(honest.recording);
    expect((await runRecorded(honest, portal)).violations).toEqual([]);
    const { outcome, violations } = await runRecorded(
      { ...honest, recording: { ...honest.recording, ...changed } },
      portal,
    );
    expect(outcome).toBe('failed');
    expect(violations.map(({ rule }) => rule)).toEqual(['recording']);
    expect(violations[0]?.message).toContain(fault.says);
  });

  test.each(['cache-control', 'x-content-type-options'])(
    'an answer without %s, which every answer has',
    { tags: faultTag },
    async (name) => {
      const forgetful: RecordedPortal = {
        ...portal,
        replay: async (recording) => {
          const exchange = await portal.replay(recording);
          return { ...exchange, headers: exchange.headers.filter(([sent]) => sent !== name) };
        },
      };
      const { outcome, violations } = await runRecorded(caseOf('recorded-004'), forgetful);
      expect(outcome).toBe('failed');
      expect(violations.map(({ message }) => message)).toEqual([
        `The header ${name} is absent; every answer of a portal has it.`,
      ]);
    },
  );
});

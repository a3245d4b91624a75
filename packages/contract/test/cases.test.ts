import { dialects } from '@docspace-oauth/openapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Case } from '../src/cases/case.ts';
import { loadCases } from '../src/cases/load-cases.ts';
import type { Contract } from '../src/contract.ts';
import { readContract } from '../src/contract.ts';
import { createCoverage } from '../src/coverage/coverage.ts';
import { gateCoverage } from '../src/coverage/findings.ts';
import { readUnexercised } from '../src/coverage/unexercised.ts';
import { recordedCases } from '../src/recordings/recorded-cases.ts';
import { startRecordedPortal } from '../src/recordings/recorded-portal.ts';
import type { RecordedPortal } from '../src/recordings/recorded-portal.ts';
import { runRecorded } from '../src/recordings/run-recorded.ts';
import { needsClients } from '../src/run/applicable.ts';
import type { CaseResult } from '../src/run/run-case.ts';
import { runCase } from '../src/run/run-case.ts';
import type { Observer } from '../src/target/exchange.ts';
import { mockTarget } from '../src/target/mock.ts';
import { prismTarget } from '../src/target/prism.ts';
import type { Target } from '../src/target/target.ts';

// The cases of `docspace-contract check`, one test for each case and server, so that a failing one is named.

const cases = await loadCases();
const contracts = await Promise.all(dialects.map(readContract));
const coverage = createCoverage();
const observerOf =
  (contract: Contract): Observer =>
  (exchange) =>
    coverage.add(contract, exchange, new URL(exchange.url).origin);
const titled = <T extends Case>(list: readonly T[]): (readonly [string, T])[] =>
  list.map((one) => [`${one.id}: ${one.title}`, one] as const);

/** What came of a case. One that means nothing on a mock would never be noticed to be wrong, so it has to pass there. */
function briefly({ outcome, reason, violations }: CaseResult): object {
  return { outcome, reason, violations };
}
const passed = { outcome: 'passed', reason: undefined, violations: [] };

describe.each(contracts.map((contract) => [contract.dialect, contract] as const))(
  'the %s',
  (dialect, contract) => {
    const own = cases.filter((one) => one.dialect === dialect);
    let mock: Target;
    let prism: Target;
    beforeAll(async () => {
      mock = await mockTarget(dialect, contract.document, observerOf(contract));
      prism = await prismTarget(dialect, contract.document, observerOf(contract));
    });
    afterAll(() => Promise.all([mock.close(), prism.close()]));

    describe('the mock', () => {
      const asked = own.filter(({ onlyOn }) => onlyOn?.servers.includes('mock') !== false);
      test.each(titled(asked))('%s', async (_title, one) =>
        expect(briefly(await runCase(one, mock, contract))).toEqual(passed),
      );
    });

    describe('plain Prism', () => {
      test.each(titled(own.filter((one) => !needsClients(one))))('%s', async (_title, one) =>
        expect(briefly(await runCase(one, prism, contract))).toEqual(passed),
      );
    });
  },
);

describe('the recorded portal', () => {
  const recorded = recordedCases();
  let portal: RecordedPortal;
  beforeAll(async () => {
    const contract = contracts.find(({ dialect }) => dialect === 'portal') as Contract;
    portal = await startRecordedPortal(
      recorded.map(({ recording }) => recording),
      observerOf(contract),
    );
  });
  afterAll(() => portal.close());
  test.each(titled(recorded))('%s', async (_title, one) =>
    expect(briefly(await runRecorded(one, portal))).toEqual(passed),
  );
});

// Last in this file: it is about everything that was received above.
test('everything that the contracts declare was received, but for what no mock can send', async () => {
  const { findings } = gateCoverage(coverage, contracts, await readUnexercised(contracts));
  expect(findings.map(({ message }) => message)).toEqual([]);
});

import type { Report } from '@docspace-oauth/findings/report';
import type { Mock, MockOptions } from '@docspace-oauth/mock';
import { startMock } from '@docspace-oauth/mock';
import type { Dialect } from '@docspace-oauth/openapi';
import type { Case } from '../../../src/cases/case.ts';
import { loadCases } from '../../../src/cases/load-cases.ts';
import { checkLive } from '../../../src/check-live.ts';
import type { Contract } from '../../../src/contract.ts';
import { readContract } from '../../../src/contract.ts';
import { partialCoverage } from '../../../src/coverage/findings.ts';
import { reportOf } from '../../../src/report.ts';
import type { Run } from '../../../src/run/run-cases.ts';
import { runCases } from '../../../src/run/run-cases.ts';
import { mockTarget, scenarios } from '../../../src/target/mock.ts';
import type { Lies } from './fault.ts';
import { startLyingServer } from './lying-server.ts';

const all = await loadCases();
const contracts = new Map<Dialect, Promise<Contract>>();

export function caseOf(id: string): Case {
  const found = all.find((one) => one.id === id);
  if (!found) throw new RangeError(`There is no case ${id}.`);
  return found;
}

/** Checks a server that lies by some of the cases, which are of one dialect and of one state of the mock. */
export async function checkServer(cases: readonly Case[], lies: Lies): Promise<Report> {
  const [first] = cases;
  if (!first) throw new RangeError('There is nothing to check.');
  return isLive(first) ? checkFromOutside(cases, first, lies) : checkEmbedded(cases, first, lies);
}

/** Whether a case is for servers that are named by a URL, and not for the embedded mock alone. */
export function isLive({ onlyOn, prefer }: Case): boolean {
  return prefer === undefined && onlyOn?.servers.includes('live') !== false;
}

/** As a team checks its server: by the URL, with the keys of an administrator and of a guest. */
async function checkFromOutside(
  cases: readonly Case[],
  { dialect, mock }: Case,
  lies: Lies,
): Promise<Report> {
  const honest = await startMock({ dialect, scenarios, ...mock });
  const server = await startLyingServer(honest.url, lies);
  const include = cases.map(({ id }) => id);
  try {
    return await checkLive(cases, server.url, { dialect, include, apiKey: 'admin-1', guestKey: 'guest-1' });
  } finally {
    await server.close();
    await honest.close();
  }
}

/** As a run without a URL checks the mock, which then stands behind the server that lies. */
async function checkEmbedded(cases: readonly Case[], { dialect }: Case, lies: Lies): Promise<Report> {
  const contract = await (contracts.get(dialect) ?? readContract(dialect));
  contracts.set(dialect, Promise.resolve(contract));
  const target = await mockTarget(
    dialect,
    contract.document,
    () => undefined,
    (options) => startBehind(options, lies),
  );
  try {
    const runs: Run[] = [];
    for await (const run of runCases(cases, target, contract)) runs.push(run);
    return reportOf(target.name, runs, [], partialCoverage);
  } finally {
    await target.close();
  }
}

async function startBehind(options: MockOptions, lies: Lies): Promise<Pick<Mock, 'url' | 'close'>> {
  const mock = await startMock(options);
  const { url, close } = await startLyingServer(mock.url, lies);
  return { url, close: async () => void (await Promise.all([close(), mock.close()])) };
}

import type { Dialect } from '@docspace-oauth/openapi';
import type { Check, Report } from '@docspace-oauth/findings/report';
import type { Case } from './cases/case.ts';
import type { CheckOptions } from './check.ts';
import type { Contract } from './contract.ts';
import { readContract } from './contract.ts';
import { createCoverage } from './coverage/coverage.ts';
import { listCoverage, partialCoverage } from './coverage/findings.ts';
import { isRecorded } from './recordings/recorded-cases.ts';
import { asClause, reportOf } from './report.ts';
import { runCases } from './run/run-cases.ts';
import { runBatches } from './run/run-batches.ts';
import type { Exchange } from './target/exchange.ts';
import { liveTarget } from './target/live.ts';

/** A server that is named by its URL. */
export async function checkLive(cases: readonly Case[], url: string, options: CheckOptions): Promise<Report> {
  const { apiKey, guestKey, fetch, signal, dialect = 'auto', include = [], allowInsecure } = options;
  const coverage = createCoverage();
  let contract: Contract | undefined;
  const observe = (exchange: Exchange): void => {
    options.onExchange?.(exchange);
    if (contract) coverage.add(contract, exchange, url);
  };
  const contractOf = async (spoken: Dialect): Promise<Contract> => (contract ??= await readContract(spoken));
  const live = { url, dialect, apiKey, guestKey, fetch, signal, allowInsecure };
  const target = await liveTarget(live, async (spoken) => (await contractOf(spoken)).document, observe);
  const found = await contractOf(target.dialect);
  const own = cases.filter((one) => one.dialect === target.dialect && !isRecorded(one));
  const runs = await runBatches(
    [{ cases: own, run: (one) => runCases(one, target, found, signal) }],
    options.onRun,
  );
  const isWhole = include.length === 0 && options.cases === undefined;
  return reportOf(
    `${target.name} against the contract of the ${target.dialect}`,
    runs,
    recordings(cases.filter(isRecorded), target.name),
    isWhole ? listCoverage(coverage, found) : partialCoverage,
  );
}

/** All of them at once: what holds for one of them holds for each. */
function recordings(recorded: readonly Case[], group: string): Check[] {
  const because = recorded[0]?.onlyOn?.because;
  if (because === undefined) return [];
  const title = `${recorded.length} recorded requests.`;
  return [{ id: 'recorded', title, group, outcome: 'not applicable', reason: asClause(because) }];
}

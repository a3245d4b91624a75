import type { Dialect } from '@docspace-oauth/openapi';
import { dialects } from '@docspace-oauth/openapi';
import type { FetchLike } from '@docspace-oauth/api';
import type { Check, Report } from '@docspace-oauth/findings/report';
import type { Case } from './cases/case.ts';
import { loadCases } from './cases/load-cases.ts';
import { select } from './cases/select.ts';
import type { Contract } from './contract.ts';
import { readContract } from './contract.ts';
import { createCoverage } from './coverage/coverage.ts';
import type { CoverageResult } from './coverage/findings.ts';
import { gateCoverage, listCoverage } from './coverage/findings.ts';
import { readUnexercised } from './coverage/unexercised.ts';
import { reportOf } from './report.ts';
import type { Run } from './run/run-cases.ts';
import { runCases } from './run/run-cases.ts';
import type { Exchange } from './target/exchange.ts';
import { liveTarget } from './target/live.ts';
import { mockTarget } from './target/mock.ts';
import { prismNeeds, prismTarget } from './target/prism.ts';
import type { Target } from './target/target.ts';

export interface CheckOptions {
  /** The server to check. @default the embedded mock and plain Prism */
  readonly url?: string | undefined;
  /** @default 'auto', which asks the server; without a URL both */
  readonly dialect?: Dialect | 'auto' | undefined;
  /** The key of the run; most cases need one. */
  readonly apiKey?: string | undefined;
  readonly guestKey?: string | undefined;
  /** Parts of the ids of the cases to run, or patterns with `*`. @default all */
  readonly include?: readonly string[] | undefined;
  /** Sends the requests to `url`. @default over node:http and node:https */
  readonly fetch?: FetchLike | undefined;
  /** A folder with cases of its own. @default those of this package */
  readonly cases?: string | undefined;
  /** Places of cases are named relative to this folder. @default the folder of the cases */
  readonly relativeTo?: string | undefined;
  /** What was done by then is reported, the rest as not run. */
  readonly signal?: AbortSignal | undefined;
  /** Told of each case on each server as soon as it is done. */
  readonly onRun?: ((run: Run, done: number, total: number) => void) | undefined;
  /** Told of each exchange. It has credentials in clear text. */
  readonly onExchange?: ((exchange: Exchange) => void) | undefined;
}

/**
 * Runs the cases against a server, or against the embedded mock and plain Prism, and says what came of each. Rejects with
 * Unusable where no check can be made.
 */
export async function check(options: CheckOptions = {}): Promise<Report> {
  const { include = [], cases: folder, relativeTo } = options;
  const cases = select(await loadCases({ folder, relativeTo }), include);
  return options.url === undefined ? checkOffline(cases, options) : checkLive(cases, options.url, options);
}

const noCoverage: CoverageResult = { checks: [], findings: [], remarks: [] };
const partial: CoverageResult = {
  ...noCoverage,
  remarks: ['Only some cases were run, so what the contract declares beyond them was not looked for.'],
};

async function checkLive(cases: readonly Case[], url: string, options: CheckOptions): Promise<Report> {
  const { apiKey, guestKey, fetch, signal, dialect = 'auto' } = options;
  const coverage = createCoverage();
  const contracts = new Map<Dialect, Contract>();
  const contractOf = async (spoken: Dialect): Promise<Contract> => {
    const known = contracts.get(spoken) ?? (await readContract(spoken));
    contracts.set(spoken, known);
    return known;
  };
  let found: Contract | undefined;
  const observe = (exchange: Exchange): void => {
    options.onExchange?.(exchange);
    if (found) coverage.add(found, exchange, url);
  };
  const documentOf = async (spoken: Dialect): Promise<Contract['document']> => {
    found = await contractOf(spoken);
    return found.document;
  };
  const target = await liveTarget({ url, dialect, apiKey, guestKey, fetch, signal }, documentOf, observe);
  const contract = await contractOf(target.dialect);
  const runs = await runAll(cases, [target], async () => contract, options);
  const seen = isWhole(options) ? listCoverage(coverage, contract) : partial;
  return reportOf(`${target.name} against the contract of the ${target.dialect}`, runs, [], seen, []);
}

async function checkOffline(cases: readonly Case[], options: CheckOptions): Promise<Report> {
  const { dialect = 'auto', signal, onExchange } = options;
  const coverage = createCoverage();
  const contracts = await Promise.all((dialect === 'auto' ? dialects : [dialect]).map(readContract));
  const targets: Target[] = [];
  const extra: Check[] = [];
  const lacking = await prismNeeds();
  try {
    for (const contract of contracts) {
      const observe = (exchange: Exchange): void => {
        onExchange?.(exchange);
        coverage.add(contract, exchange, new URL(exchange.url).origin);
      };
      targets.push(await mockTarget(contract.dialect, contract.document, observe));
      if (lacking === undefined) {
        targets.push(await prismTarget(contract.dialect, contract.document, observe));
      } else {
        const group = `plain Prism, ${contract.dialect}`;
        const id = `prism-${contract.dialect}`;
        extra.push({ id, title: 'All cases of plain Prism.', group, outcome: 'not run', reason: lacking });
      }
    }
    const byDialect = new Map(contracts.map((contract) => [contract.dialect, contract]));
    const runs = await runAll(cases, targets, async (spoken) => byDialect.get(spoken) as Contract, options);
    if (!isWhole(options) || signal?.aborted) return reportOf(titleOf(contracts), runs, extra, partial, []);
    const seen =
      lacking === undefined
        ? gateCoverage(coverage, contracts, await readUnexercised(contracts))
        : merged(contracts.map((contract) => listCoverage(coverage, contract)));
    return reportOf(titleOf(contracts), runs, extra, seen, []);
  } finally {
    await Promise.all(targets.map((target) => target.close()));
  }
}

function titleOf(contracts: readonly Contract[]): string {
  return `The mock and plain Prism against the contract of the ${contracts.map(({ dialect }) => dialect).join(' and the ')}`;
}

function isWhole({ include = [], cases }: CheckOptions): boolean {
  return include.length === 0 && cases === undefined;
}

function merged(results: readonly CoverageResult[]): CoverageResult {
  return {
    checks: results.flatMap(({ checks }) => checks),
    findings: results.flatMap(({ findings }) => findings),
    remarks: results.flatMap(({ remarks }) => remarks),
  };
}

async function runAll(
  cases: readonly Case[],
  targets: readonly Target[],
  contractOf: (dialect: Dialect) => Promise<Contract>,
  { signal, onRun }: CheckOptions,
): Promise<Run[]> {
  const total = targets.reduce(
    (sum, { dialect }) => sum + cases.filter((one) => one.dialect === dialect).length,
    0,
  );
  const runs: Run[] = [];
  for (const target of targets) {
    for await (const run of runCases(cases, target, await contractOf(target.dialect), signal)) {
      runs.push(run);
      onRun?.(run, runs.length, total);
    }
  }
  return runs;
}

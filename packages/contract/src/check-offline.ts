import { dialects } from '@docspace-oauth/openapi';
import type { Check, Finding, Report } from '@docspace-oauth/findings/report';
import type { Case } from './cases/case.ts';
import type { CheckOptions } from './check.ts';
import type { Contract } from './contract.ts';
import { readContract } from './contract.ts';
import { createCoverage } from './coverage/coverage.ts';
import { gateCoverage, joinCoverage, listCoverage, partialCoverage } from './coverage/findings.ts';
import { readUnexercised } from './coverage/unexercised.ts';
import { isRecorded } from './recordings/recorded-cases.ts';
import { runRecordings } from './recordings/run-recorded.ts';
import { asClause, reportOf } from './report.ts';
import { needsClients } from './run/applicable.ts';
import { ruleOf } from './run/rules.ts';
import type { Batch } from './run/run-batches.ts';
import { runBatches } from './run/run-batches.ts';
import type { Run } from './run/run-cases.ts';
import { runCases } from './run/run-cases.ts';
import type { Exchange, Observer } from './target/exchange.ts';
import { mockTarget } from './target/mock.ts';
import { prismNeeds, prismTarget } from './target/prism.ts';
import type { Target } from './target/target.ts';

/** The embedded mock and plain Prism, of one dialect or of both. */
export async function checkOffline(cases: readonly Case[], options: CheckOptions): Promise<Report> {
  const { dialect = 'auto', signal, onExchange, include = [], fetch } = options;
  const coverage = createCoverage();
  const contracts = await Promise.all((dialect === 'auto' ? dialects : [dialect]).map(readContract));
  const targets: Target[] = [];
  const batches: Batch[] = [];
  const extra: Check[] = [];
  const lacking = await prismNeeds();
  try {
    for (const contract of contracts) {
      const observe = (exchange: Exchange): void => {
        onExchange?.(exchange);
        coverage.add(contract, exchange, new URL(exchange.url).origin);
      };
      const own = cases.filter((one) => one.dialect === contract.dialect);
      if (own.length === 0) continue;
      const mock = await mockTarget(contract.dialect, contract.document, observe, fetch);
      targets.push(mock);
      batches.push(batchOf(own, mock, contract, signal), recordedBatch(own, observe, signal));
      const prisms = own.filter((one) => !needsClients(one));
      if (lacking === undefined && prisms.length > 0) {
        const prism = await prismTarget(contract.dialect, contract.document, observe, fetch);
        targets.push(prism);
        batches.push(batchOf(prisms, prism, contract, signal));
      }
      extra.push(...withoutPrism(own, contract, lacking));
    }
    const runs = await runBatches(batches, options.onRun);
    const isAll = include.length === 0 && !signal?.aborted;
    const unused = isAll ? neverRun(runs) : [];
    // Cases of somebody's own need not exercise all that the contract has.
    if (!isAll || options.cases !== undefined) {
      return reportOf(titleOf(contracts), runs, extra, partialCoverage, unused);
    }
    const excused = await readUnexercised(contracts);
    const gate =
      lacking === undefined
        ? gateCoverage(coverage, contracts, excused)
        : joinCoverage(contracts.map((contract) => listCoverage(coverage, contract, excused)));
    return reportOf(titleOf(contracts), runs, extra, gate, unused);
  } finally {
    await Promise.all(targets.map((target) => target.close()));
  }
}

function titleOf(contracts: readonly Contract[]): string {
  const whose = contracts.map(({ dialect }) => `the ${dialect}`).join(' and ');
  return `The mock and plain Prism against the contract of ${whose}`;
}

function batchOf(
  cases: readonly Case[],
  target: Target,
  contract: Contract,
  signal: AbortSignal | undefined,
): Batch {
  return {
    cases: cases.filter((one) => !isRecorded(one)),
    run: (own) => runCases(own, target, contract, signal),
  };
}

function recordedBatch(cases: readonly Case[], observe: Observer, signal: AbortSignal | undefined): Batch {
  return {
    cases: cases.filter(isRecorded),
    run: (own) => runRecordings(own.filter(isRecorded), observe, signal),
  };
}

/** What plain Prism is not asked, in one line for all of it. */
function withoutPrism(cases: readonly Case[], { dialect }: Contract, lacking: string | undefined): Check[] {
  const group = `plain Prism, ${dialect}`;
  const prisms = cases.filter((one) => !needsClients(one));
  const others = cases.length - prisms.length;
  const checks: Check[] = [];
  if (lacking !== undefined && prisms.length > 0) {
    const title = `${prisms.length} cases of plain Prism.`;
    checks.push({ id: `prism-${dialect}`, title, group, outcome: 'not run', reason: asClause(lacking) });
  }
  if (others > 0) {
    const title = `${others} cases about the clients that a server has.`;
    const reason = 'plain Prism has no clients of its own: it answers with an example, whatever is asked';
    checks.push({ id: `prism-${dialect}-clients`, title, group, outcome: 'not applicable', reason });
  }
  return checks;
}

/** A case that means nothing on any mock would never be noticed to be wrong. */
function neverRun(runs: readonly Run[]): Finding[] {
  const ran = new Set(
    runs.filter(({ result }) => result.outcome !== 'not applicable').map(({ case: { id } }) => id),
  );
  const { id: rule, level } = ruleOf('never-run');
  return runs
    .filter(({ case: { id }, kind }) => kind === 'mock' && !ran.has(id))
    .map(({ case: { id, place }, result: { reason = '' } }) => {
      const message = `The case runs on neither mock. ${reason}`.trim();
      return { rule, level, subject: id, message, place };
    });
}

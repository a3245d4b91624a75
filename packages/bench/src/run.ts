/**
 * Measures the built packages beside what people would use instead, and prints one report in Markdown. A missed goal is
 * shown and does not fail the run. `--smoke` measures every row on a tiny size, to see that it works; `--jobs` only does
 * the jobs under the limits of a portal.
 */
import { measureCalls } from './calls.ts';
import { startChild } from './child.ts';
import { comparedPackages, generateClients } from './generated-clients.ts';
import { describeJobs, measureJobs } from './jobs/measure.ts';
import { jobsReport } from './jobs/report.ts';
import { measureBulk, measureIteration } from './lists.ts';
import { describeMachine } from './machine.ts';
import { measureMock } from './mock-server.ts';
import { measureBundle, measureHelp, measureImport, measureTypeCheck } from './package-cost.ts';
import { report, type Row } from './report.ts';
import type { ServerInfo } from './server.ts';
import { full, smoke } from './sizes.ts';

const sizes = process.argv.includes('--smoke') ? smoke : full;

/** Says on stderr what is being measured: minutes without a word look like a hang. */
async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  console.error(`${name} ...`);
  return work();
}

async function measureCosts(): Promise<Row[]> {
  const server = await startChild('server.ts', [String(sizes.iteration.clients)]);
  try {
    const info = server.ready as ServerInfo;
    const { clients, rounds } = sizes.iteration;
    return [
      ...(await step('Calls (some minutes)', () => measureCalls(info, sizes.calls))),
      await step('Import', () => measureImport(sizes.imports)),
      await step('Help of the command', () => measureHelp(sizes.imports)),
      ...(await step('Iteration', () => measureIteration(info.baseUrl, clients, rounds))),
      ...(await step('Many ids', () => measureBulk(info.baseUrl, sizes.ids))),
      await step('Bundle', measureBundle),
      await step('Type check', () => measureTypeCheck(sizes.typeChecks)),
      ...(await step('Mock', () => measureMock(`/api/2.0/clients/${info.id}`, sizes.mock))),
    ];
  } finally {
    await server.end();
  }
}

await step('Generating the other clients', generateClients);
const rows = process.argv.includes('--jobs') ? [] : await measureCosts();
const jobs = await step('Jobs (some minutes)', () => measureJobs(sizes.jobs));
const costs = rows.length === 0 ? [] : [report(rows)];
const explained = `## Jobs under the limits of a portal

${describeJobs(sizes.jobs)}`;
console.log([describeMachine(), ...costs, explained, jobsReport(jobs)].join('\n\n'));
console.log(`\nCompared with ${await comparedPackages()}.`);

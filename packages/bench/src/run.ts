/**
 * Measures the built packages beside what people would use instead, and prints one report in Markdown. A missed goal is
 * shown and does not fail the run. `--smoke` measures every row on a tiny size, to see that it works.
 */
import { measureCalls } from './calls.ts';
import { startChild } from './child.ts';
import { comparedPackages, generateClients } from './generated-clients.ts';
import { measureBulk, measureIteration } from './lists.ts';
import { measureMock } from './mock-server.ts';
import { measureBundle, measureImport, measureTypeCheck } from './package-cost.ts';
import { report, type Row } from './report.ts';
import type { ServerInfo } from './server.ts';

const full = {
  calls: { processes: 4, rounds: 7, warmUp: 14, batches: 8 },
  iteration: { clients: 10_000, rounds: 7 },
  ids: 1000,
  imports: 25,
  typeChecks: 5,
  mock: { rounds: 7, warmUp: 500, requests: 3000 },
};
const smoke: typeof full = {
  calls: { processes: 1, rounds: 1, warmUp: 0, batches: 1 },
  iteration: { clients: 100, rounds: 1 },
  ids: 100,
  imports: 1,
  typeChecks: 1,
  mock: { rounds: 1, warmUp: 1, requests: 100 },
};
const sizes = process.argv.includes('--smoke') ? smoke : full;

/** Says on stderr what is being measured: minutes without a word look like a hang. */
async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  console.error(`${name} ...`);
  return work();
}

await step('Generating the other clients', generateClients);
const server = await startChild('server.ts', [String(sizes.iteration.clients)]);
try {
  const info = server.ready as ServerInfo;
  const { clients, rounds } = sizes.iteration;
  const rows: Row[] = [
    ...(await step('Calls (some minutes)', () => measureCalls(info, sizes.calls))),
    await step('Import', () => measureImport(sizes.imports)),
    ...(await step('Iteration', () => measureIteration(info.baseUrl, clients, rounds))),
    ...(await step('Many ids', () => measureBulk(info.baseUrl, sizes.ids))),
    await step('Bundle', measureBundle),
    await step('Type check', () => measureTypeCheck(sizes.typeChecks)),
    ...(await step('Mock', () => measureMock(`/api/2.0/clients/${info.id}`, sizes.mock))),
  ];
  console.log(report(rows));
  console.log(`\nCompared with ${await comparedPackages()}.`);
} finally {
  await server.end();
}

/**
 * Measures the built package against plain fetch, openapi-fetch and clients generated from the same contract; prints
 * tables and writes bench-results.json. A goal that is not met is shown, and is no failure of the benchmark.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { measureBulk } from './bulk.ts';
import { measureBundles } from './bundle-size.ts';
import { withServer } from './child.ts';
import { generateClients } from './generate.ts';
import { judge } from './goals.ts';
import { measureImports } from './import-cost.ts';
import { measureIteration } from './iteration.ts';
import { measurePerCall } from './per-call.ts';
import { report } from './report.ts';
import type { Measurements } from './results.ts';
import { describeMachine } from './results.ts';
import { measureTypeChecks } from './type-check.ts';

/** The work, with its name on stderr: minutes without a word look like a hang. */
async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  console.error(`${name} ...`);
  return work();
}

const versions = await step('generating the other clients', generateClients);
const measurements: Measurements = await withServer(async (baseUrl) => ({
  perCall: await step('per call (four minutes or so)', () => measurePerCall(baseUrl)),
  imports: await step('import', measureImports),
  bundles: await step('bundle', measureBundles),
  iteration: await step('iteration', () => measureIteration(baseUrl)),
  bulk: await step('bulk', () => measureBulk(baseUrl)),
  typeChecks: await step('type check', measureTypeChecks),
}));
const machine = describeMachine();
const goals = judge(measurements);
const file = new URL('bench-results.json', import.meta.url);
await writeFile(file, `${JSON.stringify({ machine, versions, goals, ...measurements }, null, 2)}\n`);
console.log(report({ machine, versions, measurements, goals }));
console.error(`\nAll figures: ${fileURLToPath(file)}`);

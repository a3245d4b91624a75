/**
 * Our mock beside plain `prism mock` of the same document, in the same run, in turns; the making of 10,000 clients; and a
 * load test without a single error. Prints tables, writes bench-results-mock.json, and exits 1 where a goal is missed.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { measureGeneration } from './generation.ts';
import { judge, type Measurements } from './goals.ts';
import { runLoadTests } from './load-tests.ts';
import { describeMachine, report } from './report.ts';
import { measureRounds } from './rounds.ts';

const machine = describeMachine();
const measurements: Measurements = {
  rounds: await measureRounds(),
  loadTests: await runLoadTests(),
  generation: await measureGeneration(),
};
const goals = judge(measurements);
const file = new URL('bench-results-mock.json', import.meta.url);
await writeFile(file, `${JSON.stringify({ machine, goals, ...measurements }, null, 2)}\n`);
console.log(report(machine, measurements, goals));
console.error(`\nAll figures: ${fileURLToPath(file)}`);
if (goals.some(({ met }) => !met)) process.exitCode = 1;

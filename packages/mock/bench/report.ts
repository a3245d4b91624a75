import { availableParallelism, loadavg } from 'node:os';

import type { Goal, Measurements } from './goals.ts';
import { LOAD_TEST_REQUESTS } from './load-tests.ts';
import { AT_ONCE, type Sample } from './rounds.ts';
import { baseline, few, many } from './servers.ts';

export interface Machine {
  readonly date: string;
  readonly node: string;
  readonly platform: string;
  readonly cores: number;
  /** Processes that wanted to run during the minute before; 0 on Windows. */
  readonly load: number;
}

export function describeMachine(): Machine {
  return {
    date: new Date().toISOString(),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cores: availableParallelism(),
    load: loadavg()[0] ?? 0,
  };
}

/** Aligned columns: the first to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const width = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const cell = (text: string, column: number): string =>
    column === 0 ? text.padEnd(width(column)) : text.padStart(width(column));
  return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n');
}

function short(figure: number): string {
  if (Number.isNaN(figure)) return 'unknown';
  if (Number.isInteger(figure)) return `${figure}`;
  // Three digits: 1.003 is more than 1, and should look it.
  return figure < 10 ? figure.toFixed(3) : figure.toFixed(0);
}

function sampleRow(name: string, { startMs, listMs, idleRssMb, perSecond, rssMb }: Sample): string[] {
  return [name, ...[startMs, listMs, perSecond, idleRssMb, rssMb].map((figure) => figure.toFixed(0))];
}

function goalRow({ what, figure, unit, least, most, met }: Goal): string[] {
  const goal = least === undefined ? `at most ${most}` : `at least ${least}`;
  return [what, `${short(figure)} ${unit}`.trim(), `${goal} ${unit}`.trim(), met ? 'met' : 'NOT MET'];
}

export function report(machine: Machine, measurements: Measurements, goals: readonly Goal[]): string {
  const { rounds, loadTests } = measurements;
  const { date, node, platform, cores, load } = machine;
  const loadLine = (name: string, { errors, perSecond }: (typeof loadTests)['few']): string =>
    `${LOAD_TEST_REQUESTS} requests, ${AT_ONCE} at once, ${name}: ${errors} errors, ${perSecond.toFixed(0)} a second`;
  return [
    `${date.slice(0, 10)}, Node ${node}, ${platform}, ${cores} cores, load before ${load.toFixed(1)}; medians of rounds in turns`,
    table([
      ['', 'first answer (ms)', 'list (ms)', 'requests/s', 'RSS before (MB)', 'RSS after (MB)'],
      sampleRow(baseline.name, rounds.baseline),
      sampleRow(few.name, rounds.few),
      sampleRow(many.name, rounds.many),
    ]),
    `${loadLine(few.name, loadTests.few)} (all five operations)\n${loadLine(many.name, loadTests.many)} (without the list)`,
    table([['Goal', 'figure', 'goal', ''], ...goals.map(goalRow)]),
  ].join('\n\n');
}

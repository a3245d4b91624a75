import { contenderNames } from './contenders.ts';
import type { Versions } from './generate.ts';
import type { Goal } from './goals.ts';
import { describe } from './goals.ts';
import type { PerCall } from './per-call.ts';
import type { Machine, Measurements } from './results.ts';
import { kilobytes, megabytes, microseconds, milliseconds, table, times } from './table.ts';

function callTable(perCall: PerCall): string {
  const base = perCall.costs['plain fetch'];
  const rows = contenderNames.map((name) => {
    const { cpuMs, wallMs } = perCall.costs[name];
    const cpu = [microseconds(cpuMs), times(cpuMs / base.cpuMs)];
    return [name, ...cpu, microseconds(wallMs), times(wallMs / base.wallMs)];
  });
  return table([`Per call: ${describe(perCall)}`, 'CPU', 'to plain', 'wall', 'to plain'], rows);
}

function importTable({ imports }: Measurements): string {
  const rows = Object.entries(imports).map(([name, { importMs, processMs, rssBytes }]) => {
    const ratio = times(importMs / imports['openapi-fetch'].importMs);
    return [name, milliseconds(importMs), ratio, milliseconds(processMs), megabytes(rssBytes)];
  });
  return table(['Import, fresh process', 'import', 'to openapi-fetch', 'whole process', 'memory'], rows);
}

function bundleTable({ bundles }: Measurements): string {
  const rows = Object.entries(bundles).map(([name, size]) => [
    name,
    kilobytes(size.minified),
    kilobytes(size.gzipped),
  ]);
  return table(['Bundle for a browser', 'minified', 'gzipped'], rows);
}

function iterationTable({ iteration }: Measurements): string {
  const base = iteration['plain fetch'];
  const rows = Object.entries(iteration).map(([name, cost]) => [
    name,
    milliseconds(cost.wallMsPerPage),
    times(cost.wallMsPerPage / base.wallMsPerPage),
    milliseconds(cost.cpuMsPerPage),
    times(cost.cpuMsPerPage / base.cpuMsPerPage),
    megabytes(cost.rssGrowthBytes),
    megabytes(cost.rssLateGrowthBytes),
  ]);
  const header = [
    '10,000 clients, 200 pages',
    'wall/page',
    'to plain',
    'CPU/page',
    'to plain',
    'memory growth',
    'after 5,000',
  ];
  return table(header, rows);
}

function bulkTable({ bulk }: Measurements): string {
  const rows = (['guide', 'portal'] as const).map((dialect) => {
    const { found, requests, wallMs } = bulk[dialect];
    return [`docspace-oauth, ${dialect}`, `${found}`, `${requests}`, milliseconds(wallMs)];
  });
  rows.push(["the guide's own program", `status ${bulk.plainFetchStatus}`, '1', '']);
  return table(['1,000 ids at once', 'found', 'requests', 'wall'], rows);
}

function typeCheckTable({ typeChecks }: Measurements): string {
  const base = typeChecks['docspace-oauth'];
  const rows = Object.entries(typeChecks).map(([name, ms]) => [name, milliseconds(ms), times(ms / base)]);
  return table(['tsc of a one-file consumer', 'wall', 'to ours'], rows);
}

/** Everything for a reader: medians, their ratios, and which goals they meet. */
export function report(run: {
  machine: Machine;
  versions: Versions;
  measurements: Measurements;
  goals: Goal[];
}): string {
  const { machine, versions, measurements, goals } = run;
  const { date, node, platform, cpu, cores, load } = machine;
  const verdicts = goals.map(({ what, figure, goal, met }) => [what, figure, goal, met ? 'met' : 'NOT MET']);
  return [
    `${date.slice(0, 10)}, Node ${node}, ${platform}, ${cores} cores of ${cpu}, load ${load.toFixed(1)}`,
    `Against ${Object.entries(versions)
      .map((pair) => pair.join(' '))
      .join(', ')}`,
    'Medians of rounds that take turns; "plain fetch again" shows what chance alone makes of the same code.',
    ...measurements.perCall.map(callTable),
    importTable(measurements),
    bundleTable(measurements),
    iterationTable(measurements),
    bulkTable(measurements),
    typeCheckTable(measurements),
    table(['Goal', 'figure', 'goal', ''], verdicts),
  ].join('\n\n');
}

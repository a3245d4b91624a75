import type { PerCall } from './per-call.ts';
import type { Measurements } from './results.ts';
import { kilobytes, megabytes, microseconds, times } from './table.ts';

/** A promise of the project, and the figure that it is held against. */
export interface Goal {
  what: string;
  figure: string;
  goal: string;
  met: boolean;
}

/** The same words for a measured block wherever it is shown. */
export function describe({ operation, atOnce }: PerCall): string {
  return `${operation}, ${atOnce === 1 ? 'one by one' : `${atOnce} at once`}`;
}

function callGoals(perCall: PerCall): Goal[] {
  const { costs } = perCall;
  return (['cpuMs', 'wallMs'] as const).flatMap((field) => {
    const what = `${field === 'cpuMs' ? 'CPU' : 'wall time'}, ${describe(perCall)}`;
    const ours = costs['docspace-oauth'][field];
    const best = Math.min(costs['hey-api fetch'][field], costs['hey-api axios'][field]);
    const ratio = ours / costs['plain fetch'][field];
    return [
      { what, figure: `${times(ratio)} plain fetch`, goal: 'at most 1.10 x', met: ratio <= 1.1 },
      {
        what,
        figure: microseconds(ours),
        goal: `less than every generated client, ${microseconds(best)}`,
        met: ours < best,
      },
    ];
  });
}

export function judge({ perCall, imports, bundles, iteration, bulk }: Measurements): Goal[] {
  const ours = imports['docspace-oauth'];
  const alone = imports['openapi-fetch'];
  const importRatio = ours.importMs / alone.importMs;
  const rssRatio = ours.rssBytes / alone.rssBytes;
  const size = bundles['docspace-oauth'].gzipped;
  const growth = iteration['docspace-oauth'].rssGrowthBytes;
  return [
    ...perCall.flatMap(callGoals),
    {
      what: 'import time',
      figure: `${times(importRatio)} openapi-fetch`,
      goal: 'at most 1.50 x',
      met: importRatio <= 1.5,
    },
    {
      what: 'memory after the import',
      figure: `${times(rssRatio)} openapi-fetch`,
      goal: 'at most 1.50 x',
      met: rssRatio <= 1.5,
    },
    { what: 'bundle, gzipped', figure: kilobytes(size), goal: 'at most 6.5 kB', met: size <= 6500 },
    {
      what: 'memory growth over one page, 10,000 clients',
      figure: megabytes(growth),
      goal: 'at most 30 MB',
      met: growth <= 30e6,
    },
    {
      what: 'requests for 1,000 ids of a portal',
      figure: `${bulk.portal.requests}`,
      goal: 'at most 21',
      met: bulk.portal.requests <= 21,
    },
  ];
}

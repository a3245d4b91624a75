import { runScript } from './child.ts';
import { median, shuffled } from './statistics.ts';

/** A walk through 10,000 clients in 200 pages, in a fresh process. */
export interface IterationCost {
  clients: number;
  wallMsPerPage: number;
  cpuMsPerPage: number;
  rssAfterOnePageBytes: number;
  /** The most that the process held after any page, less what it held after the first. */
  rssGrowthBytes: number;
  /** The part of it that came after 5,000 clients: what is left of a growth that would go on. */
  rssLateGrowthBytes: number;
}

const contenders = ['plain fetch', 'docspace-oauth'] as const;

export type Iterations = Record<(typeof contenders)[number], IterationCost>;

const rounds = 7;

export async function measureIteration(baseUrl: string): Promise<Iterations> {
  const samples = contenders.map((name) => ({ name, costs: [] as IterationCost[] }));
  for (let round = 0; round < rounds; round++) {
    for (const { name, costs } of shuffled(samples)) {
      const script = new URL('iteration-script.ts', import.meta.url);
      const cost = await runScript<IterationCost>(script, [name, `${baseUrl}/large`]);
      if (cost.clients !== 10_000) throw new Error(`${name} saw ${cost.clients} clients of 10,000.`);
      costs.push(cost);
    }
  }
  const entries = samples.map(({ name, costs }) => {
    const middle = (field: keyof IterationCost): number => median(costs.map((cost) => cost[field]));
    return [
      name,
      {
        clients: middle('clients'),
        wallMsPerPage: middle('wallMsPerPage'),
        cpuMsPerPage: middle('cpuMsPerPage'),
        rssAfterOnePageBytes: middle('rssAfterOnePageBytes'),
        rssGrowthBytes: middle('rssGrowthBytes'),
        rssLateGrowthBytes: middle('rssLateGrowthBytes'),
      },
    ];
  });
  return Object.fromEntries(entries) as Iterations;
}

import { withScripts } from './child.ts';
import type { ContenderName } from './contenders.ts';
import { contenderNames } from './contenders.ts';
import { median, shuffled } from './statistics.ts';

/** What one call costs: the time of all threads of the process, and the time that passes. */
export interface CallCost {
  cpuMs: number;
  wallMs: number;
}

/** Calls that are measured together. */
export interface Block {
  operation: 'getClient' | 'getClients';
  /** Calls under way at once. */
  atOnce: 1 | 50;
  calls: number;
}

export interface PerCall extends Block {
  costs: Record<ContenderName, CallCost>;
}

const blocks: Block[] = [1 as const, 50 as const].flatMap((atOnce) => [
  { operation: 'getClient', atOnce, calls: 200 },
  { operation: 'getClients', atOnce, calls: 200 },
]);
/** The compiler's own work is no part of a call: it is done by then. */
const warmUpCalls = 2000;
const rounds = 20;

/**
 * Each contender has a process of its own, so that none pays for the garbage or spoils the compiled code of another; they
 * take turns, block by block, so that a busy moment of the machine hits all alike.
 */
export async function measurePerCall(baseUrl: string): Promise<PerCall[]> {
  const script = new URL('per-call-script.ts', import.meta.url);
  const argumentLists = contenderNames.map((name) => [name, baseUrl]);
  return withScripts(script, argumentLists, ['--expose-gc'], async (children) => {
    const results: PerCall[] = [];
    for (const block of blocks) {
      const samples = contenderNames.map((name, index) => ({
        name,
        child: children[index],
        costs: [] as CallCost[],
      }));
      for (const { child } of samples) await child?.ask({ ...block, calls: warmUpCalls });
      for (let round = 0; round < rounds; round++) {
        for (const { child, costs } of shuffled(samples)) costs.push((await child?.ask(block)) as CallCost);
      }
      const costs = samples.map(({ name, costs: taken }) => [
        name,
        {
          cpuMs: median(taken.map(({ cpuMs }) => cpuMs)),
          wallMs: median(taken.map(({ wallMs }) => wallMs)),
        },
      ]);
      results.push({ ...block, costs: Object.fromEntries(costs) as PerCall['costs'] });
    }
    return results;
  });
}

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
/** Fresh processes for each contender: one and the same program differs by a tenth from one process to the next. */
const sittings = 6;
/** Turns of each contender in a sitting. */
const rounds = 6;

type Samples = Record<ContenderName, CallCost[]>;

/**
 * Each contender has processes of its own, so that none pays for the garbage or spoils the compiled code of another; they
 * take turns, block by block, so that a busy moment of the machine hits all alike.
 */
async function sit(baseUrl: string, block: Block, samples: Samples): Promise<void> {
  const script = new URL('per-call-script.ts', import.meta.url);
  const names = shuffled(contenderNames);
  const argumentLists = names.map((name) => [name, baseUrl]);
  await withScripts(script, argumentLists, ['--expose-gc'], async (children) => {
    const pairs = children.map((child, index) => ({ child, name: names[index] as ContenderName }));
    for (const { child } of pairs) await child.ask({ ...block, calls: warmUpCalls });
    for (let round = 0; round < rounds; round++) {
      for (const { child, name } of shuffled(pairs)) samples[name].push((await child.ask(block)) as CallCost);
    }
  });
}

export async function measurePerCall(baseUrl: string): Promise<PerCall[]> {
  const results: PerCall[] = [];
  for (const block of blocks) {
    const samples = Object.fromEntries(contenderNames.map((name) => [name, [] as CallCost[]])) as Samples;
    for (let sitting = 0; sitting < sittings; sitting++) await sit(baseUrl, block, samples);
    const costs = Object.entries(samples).map(([name, taken]) => [
      name,
      {
        cpuMs: median(taken.map(({ cpuMs }) => cpuMs)),
        wallMs: median(taken.map(({ wallMs }) => wallMs)),
      },
    ]);
    results.push({ ...block, costs: Object.fromEntries(costs) as PerCall['costs'] });
  }
  return results;
}

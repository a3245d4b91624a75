import { startChild } from './child.ts';
import { contenderNames, oursOverNode } from './contenders.ts';
import { ours, type Row } from './report.ts';
import { type Figures, inTurns, pick } from './rounds.ts';
import type { ServerInfo } from './server.ts';
import type { CallBlock } from './worker.ts';

export interface CallSizes {
  /** Fresh processes for each contender: one and the same program differs by a tenth from one process to the next. */
  processes: number;
  /** Turns of each contender while its process runs. */
  rounds: number;
  /** Turns before those, whose figures are dropped: the code is compiled by then. */
  warmUp: number;
  /** Batches of calls in each measurement of a turn. */
  batches: number;
  /** Calls in each batch. */
  batchSize: number;
}

interface Kind {
  operation: 'getClient' | 'getClients';
  /** Whether the calls of a batch are under way at once, or one by one. */
  atOnce: boolean;
  what: string;
}

const baseline = 'fetch + deadline';
const kindsOf = ({ batchSize }: CallSizes): Kind[] =>
  (['getClient', 'getClients'] as const).flatMap((operation) => [
    { operation, atOnce: false, what: `${operation}, one by one` },
    { operation, atOnce: true, what: `${operation}, ${batchSize} at once` },
  ]);
const clocks = { cpu: 'CPU', wall: 'Wall time' };

/** Runs all contenders beside each other once: a process for each, which take turns. */
async function measureOnce(
  { baseUrl, id }: ServerInfo,
  sizes: CallSizes,
): Promise<Record<string, Figures>[]> {
  const { rounds, warmUp, batches, batchSize } = sizes;
  const workers = new Map(
    await Promise.all(
      contenderNames.map(async (name) => [name, await startChild('worker.ts', [name, baseUrl])] as const),
    ),
  );
  const measure = async (name: string): Promise<Figures> => {
    const figures: Figures = {};
    for (const { operation, atOnce, what } of kindsOf(sizes)) {
      const block: CallBlock = { job: 'calls', operation, id, atOnce, batchSize, batches };
      const costs = (await workers.get(name)?.ask(block)) as Figures;
      for (const [clock, microseconds] of Object.entries(costs)) figures[`${clock} ${what}`] = microseconds;
    }
    return figures;
  };
  try {
    await inTurns(contenderNames, warmUp, measure);
    return await inTurns(contenderNames, rounds, measure);
  } finally {
    await Promise.all([...workers.values()].map((worker) => worker.end()));
  }
}

export async function measureCalls(server: ServerInfo, sizes: CallSizes): Promise<Row[]> {
  const results: Record<string, Figures>[] = [];
  for (let run = 0; run < sizes.processes; run++) results.push(...(await measureOnce(server, sizes)));
  const kinds = kindsOf(sizes);
  // The promise of nodeFetch is the CPU time, beside the plain fetch that it replaces.
  const overNode = kinds.map(({ what }): Row => {
    const { [oursOverNode]: own = [], 'plain fetch': plain = [] } = pick(results, `cpu ${what}`);
    return {
      what: `CPU with nodeFetch: ${what}`,
      unit: 'µs',
      samples: { [ours]: own, 'plain fetch': plain },
      beside: 'plain fetch',
      goal: { most: 0.75 },
    };
  });
  const calls = kinds.flatMap(({ what }) =>
    Object.entries(clocks).map(([clock, title]): Row => ({
      what: `${title}: ${what}`,
      unit: 'µs',
      samples: pick(results, `${clock} ${what}`),
      beside: baseline,
      goal: { most: 1.1 },
    })),
  );
  return [...calls, ...overNode];
}

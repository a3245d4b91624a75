import { startChild } from './child.ts';
import { contenderNames } from './contenders.ts';
import type { Row } from './report.ts';
import { type Figures, inTurns, medians, pick } from './rounds.ts';
import type { ServerInfo } from './server.ts';
import type { CallBlock } from './worker.ts';

export interface CallSizes {
  /** Fresh processes for each contender: one and the same program differs by a tenth from one process to the next. */
  processes: number;
  /** Turns of each contender while its process runs. */
  rounds: number;
  /** Calls of each operation before the first turn, so that the code is compiled by then. */
  warmUp: number;
  /** Calls in one sample, and samples in one turn. */
  calls: number;
  samples: number;
}

const baseline = 'fetch + deadline';
const kinds = (['getClient', 'getClients'] as const).flatMap((operation) =>
  [1, 50].map((atOnce) => ({ operation, atOnce, what: `${operation}, ${atOnce === 1 ? 'one by one' : '50 at once'}` })),
);
const clocks = { cpu: 'CPU', wall: 'wall time' };

/** Runs all contenders beside each other once: a process for each, which take turns. */
async function measureOnce({ baseUrl, id }: ServerInfo, sizes: CallSizes): Promise<Record<string, Figures>> {
  const { rounds, warmUp, calls, samples } = sizes;
  const workers = new Map(
    await Promise.all(
      contenderNames.map(
        async (name) => [name, await startChild('worker.ts', [name, baseUrl], ['--expose-gc'])] as const,
      ),
    ),
  );
  const measure = async (name: string, counts: Pick<CallBlock, 'calls' | 'samples'>): Promise<Figures> => {
    const figures: Figures = {};
    for (const { operation, atOnce, what } of kinds) {
      const block: CallBlock = { job: 'calls', operation, id, atOnce, ...counts };
      const costs = (await workers.get(name)?.ask(block)) as Figures;
      for (const [clock, microseconds] of Object.entries(costs)) figures[`${clock} ${what}`] = microseconds;
    }
    return figures;
  };
  try {
    // By two clocks, and one by one as well as 50 at once: a quarter for each of the four.
    await inTurns(contenderNames, 1, (name) => measure(name, { calls: Math.ceil(warmUp / 4), samples: 1 }));
    return await inTurns(contenderNames, rounds, (name) => measure(name, { calls, samples }));
  } finally {
    await Promise.all([...workers.values()].map((worker) => worker.end()));
  }
}

export async function measureCalls(server: ServerInfo, sizes: CallSizes): Promise<Row[]> {
  const runs: Record<string, Figures>[] = [];
  for (let run = 0; run < sizes.processes; run++) runs.push(await measureOnce(server, sizes));
  const results = Object.fromEntries(
    contenderNames.map((name) => [name, medians(runs.map((run) => run[name] ?? {}))]),
  );
  return kinds.flatMap(({ what }) =>
    Object.entries(clocks).map(
      ([clock, title]): Row => ({
        what: `${title} of a call: ${what}`,
        unit: 'µs',
        figures: pick(results, `${clock} ${what}`),
        beside: baseline,
        goal: { most: 1.1 },
      }),
    ),
  );
}

/**
 * One contender in a process of its own, so that it pays for nobody else's garbage and shares no compiled code with another:
 * `fork('worker.ts', [contender, base URL])`, then one message for each measurement.
 */
import { Bench } from 'tinybench';
import { type Contender, createContender } from './contenders.ts';
import type { Figures } from './rounds.ts';

/** Batches of calls that are measured together. */
export interface CallBlock {
  job: 'calls';
  operation: 'getClient' | 'getClients';
  id: string;
  /** Whether the calls of a batch are under way at once, or one by one. */
  atOnce: boolean;
  batchSize: number;
  batches: number;
}

export interface Iteration {
  job: 'iteration';
  pageSize: number;
}

/** The time of all threads of this process, garbage collection included, in milliseconds. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const clocks = { cpu: cpuTime, wall: () => performance.now() };

/**
 * Microseconds for each call by both clocks: the mean, because garbage collection is a part of what calls cost. It is not
 * forced before a measurement: that would discard compiled code too, and doubles the cost of the calls after it.
 */
async function measureCalls(contender: Contender, block: CallBlock): Promise<Figures> {
  const { operation, id, atOnce, batchSize, batches } = block;
  const call = (): Promise<unknown> =>
    operation === 'getClient' ? contender.getClient(id) : contender.getClients();
  // A contender that fails fast must not win.
  if (!JSON.stringify(await call()).includes(id)) throw new Error(`${operation} did not get client ${id}.`);
  const batch = async (): Promise<void> => {
    if (atOnce) await Promise.all(Array.from({ length: batchSize }, call));
    else for (let done = 0; done < batchSize; done++) await call();
  };
  const figures: Figures = {};
  for (const [clock, now] of Object.entries(clocks)) {
    const bench = new Bench({ now, iterations: batches, time: 0, warmup: false, throws: true });
    const [task] = await bench.add(operation, batch, { async: true }).run();
    if (task?.result.state !== 'completed') throw new Error(`${operation} was not measured.`);
    figures[clock] = (task.result.latency.mean / batchSize) * 1000;
  }
  return figures;
}

/** A walk through a portal: the number of clients, the time for each page, the most memory that the process ever held. */
async function measureIteration(contender: Contender, { pageSize }: Iteration): Promise<Figures> {
  if (contender.iterate === undefined) throw new Error('This contender does not iterate.');
  const ids = new Set<string>();
  const startedAt = performance.now();
  for await (const { client_id } of contender.iterate(pageSize)) ids.add(client_id);
  const ms = performance.now() - startedAt;
  return {
    clients: ids.size,
    msPerPage: ms / Math.ceil(ids.size / pageSize),
    peakMb: (process.resourceUsage().maxRSS * 1024) / 1e6,
  };
}

const [name = '', baseUrl = ''] = process.argv.slice(2);
const contender = await createContender(name, baseUrl);

process.on('message', (message: CallBlock | Iteration) => {
  const measured =
    message.job === 'calls' ? measureCalls(contender, message) : measureIteration(contender, message);
  void measured.then((figures) => process.send?.(figures));
});
// Connections that are kept alive for the next call would keep the process alive too.
process.on('disconnect', () => process.exit());
process.send?.('ready');

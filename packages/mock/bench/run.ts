/**
 * Our mock beside plain `prism mock` of the same document, in the same run, in turns: start to first answer, requests a
 * second, memory. Then 20,000 requests at 50 at once, none of which may fail. Exits 1 where a goal is missed.
 */
import { contenders, start, type Contender } from './servers.ts';
import { load } from './load.ts';

const ROUNDS = 5;
const REQUESTS = 3000;
const AT_ONCE = 50;
const ID = 'c1a7e5d0-8f3b-4c26-9b1e-2d7f60a4e831';
const single = [`/api/2.0/clients/${ID}`];
const mixed = [
  `/api/2.0/clients/${ID}`,
  `/api/2.0/clients/${ID}/info`,
  `/api/2.0/clients/public/${ID}/info`,
  `/api/2.0/clients/info?ids=${ID}`,
  '/api/2.0/clients',
];

interface Sample {
  readonly startMs: number;
  readonly perSecond: number;
  readonly rssMb: number;
}

async function sample(contender: Contender): Promise<Sample> {
  const server = await start(contender);
  try {
    await load(server.url, single, 500, AT_ONCE);
    const { perSecond, errors } = await load(server.url, single, REQUESTS, AT_ONCE);
    if (errors > 0) throw new Error(`${contender.name}: ${errors} errors`);
    return { startMs: server.startMs, perSecond, rssMb: await server.rssMb() };
  } finally {
    await server.stop();
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const samples = new Map<string, Sample[]>(contenders.map(({ name }) => [name, []]));
for (let round = 0; round < ROUNDS; round += 1) {
  for (const contender of contenders) samples.get(contender.name)?.push(await sample(contender));
}

const medians = [...samples].map(([name, all]) => ({
  name,
  startMs: median(all.map(({ startMs }) => startMs)),
  perSecond: median(all.map(({ perSecond }) => perSecond)),
  rssMb: median(all.map(({ rssMb }) => rssMb)),
}));
const [baseline] = medians;
if (baseline === undefined) throw new Error('Nothing was measured');
const rows = medians.map(({ name, startMs, perSecond, rssMb }) => ({
  name,
  'start (ms)': Math.round(startMs),
  'x prism': (startMs / baseline.startMs).toFixed(2),
  'requests/s': Math.round(perSecond),
  'x prism ': (perSecond / baseline.perSecond).toFixed(2),
  'RSS (MB)': Math.round(rssMb),
  'x prism  ': (rssMb / baseline.rssMb).toFixed(2),
}));
console.table(rows);

const [, ours] = contenders;
if (ours === undefined) throw new Error('No mock to load');
const server = await start(ours);
const { perSecond, errors } = await load(server.url, mixed, 20_000, AT_ONCE);
await server.stop();
console.log(
  `20,000 mixed requests at ${AT_ONCE} at once: ${errors} errors, ${Math.round(perSecond)} a second`,
);

const missed = medians
  .filter(
    ({ startMs, perSecond: speed, rssMb }) =>
      startMs > baseline.startMs || speed < baseline.perSecond || rssMb > 1.2 * baseline.rssMb,
  )
  .map(({ name }) => name);
if (missed.length > 0) console.log(`A goal is missed by: ${missed.join(', ')}`);
process.exitCode = errors > 0 || missed.length > 0 ? 1 : 0;

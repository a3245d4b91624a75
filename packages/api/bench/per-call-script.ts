/** Measures every contender in this one process, in rounds that take turns: `node --expose-gc per-call-script.ts <base URL>`. */
import type { Contender } from './contenders.ts';
import { contenderNames, createContender } from './contenders.ts';
import { readFixtures } from './fixtures.ts';
import type { CallCost, PerCall } from './per-call.ts';
import { median, shuffled } from './statistics.ts';

const [baseUrl = '', roundsText = '15'] = process.argv.slice(2);
const rounds = Number(roundsText);
/** Calls of one contender in one round. */
const calls = 200;
const { single, listLength } = await readFixtures();
const { id } = single.response;

const operations = {
  getClient: (contender: Contender) => contender.getClient(id),
  getClients: (contender: Contender) => contender.getClients(),
};

async function measure(call: () => Promise<unknown>, atOnce: number): Promise<CallCost> {
  // Each pays for its own garbage, not for that of the one before.
  globalThis.gc?.();
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  for (let done = 0; done < calls; done += atOnce) {
    await (atOnce === 1 ? call() : Promise.all(Array.from({ length: atOnce }, call)));
  }
  const wallMs = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(cpu);
  return { cpuMs: (user + system) / 1000 / calls, wallMs: wallMs / calls };
}

const contenders = await Promise.all(
  contenderNames.map(async (name) => ({ name, contender: await createContender(name, baseUrl) })),
);
for (const { name, contender } of contenders) {
  // A contender that fails fast would win.
  const answer = JSON.stringify(await contender.getClients());
  if (
    answer.split('"client_secret"').length > listLength ||
    answer.split('"client_id"').length !== listLength + 1
  )
    throw new Error(`${name} did not get the ${listLength} clients.`);
  if (!JSON.stringify(await contender.getClient(id)).includes(id))
    throw new Error(`${name} did not get ${id}.`);
}

const results: PerCall[] = [];
for (const atOnce of [1, 50]) {
  for (const operation of ['getClient', 'getClients'] as const) {
    const samples = new Map(contenderNames.map((name) => [name, [] as CallCost[]]));
    for (let round = -1; round < rounds; round++) {
      for (const { name, contender } of shuffled(contenders)) {
        const cost = await measure(() => operations[operation](contender), atOnce);
        // The round before the first warms up.
        if (round >= 0) samples.get(name)?.push(cost);
      }
    }
    const costs = contenderNames.map((name) => {
      const taken = samples.get(name) ?? [];
      return [
        name,
        {
          cpuMs: median(taken.map(({ cpuMs }) => cpuMs)),
          wallMs: median(taken.map(({ wallMs }) => wallMs)),
        },
      ] as const;
    });
    results.push({ operation, atOnce, costs: Object.fromEntries(costs) as PerCall['costs'] });
  }
}
process.send?.(results);

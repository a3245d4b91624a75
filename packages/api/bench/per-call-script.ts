/** One contender in a process of its own: checks that it works, then measures blocks of calls whenever it is asked to. */
import type { ContenderName } from './contenders.ts';
import { createContender } from './contenders.ts';
import { readFixtures } from './fixtures.ts';
import type { Block, CallCost } from './per-call.ts';

const [name = '', baseUrl = ''] = process.argv.slice(2);
const { single, listLength } = await readFixtures();
const { id } = single.response;
const contender = await createContender(name as ContenderName, baseUrl);

// A contender that fails fast would win.
if (JSON.stringify(await contender.getClients()).split('"client_id"').length !== listLength + 1)
  throw new Error(`${name} did not get the ${listLength} clients.`);
if (!JSON.stringify(await contender.getClient(id)).includes(id))
  throw new Error(`${name} did not get ${id}.`);

const operations = { getClient: () => contender.getClient(id), getClients: () => contender.getClients() };

async function measure({ operation, atOnce, calls }: Block): Promise<CallCost> {
  const call = operations[operation];
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

process.on('message', (block: Block) => {
  void measure(block).then((cost) => process.send?.(cost));
});
// Sockets that are kept alive for the next call would keep the process too.
process.on('disconnect', () => process.exit());
process.send?.('ready');

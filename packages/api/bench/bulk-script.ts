/** Asks for 1,000 ids at once, each time with a new client: `node bulk-script.ts <base URL>`. */
import { createDocSpaceClient } from '@docspace-oauth/api';
import { apiKey } from './contenders.ts';
import type { BulkCost } from './bulk.ts';
import { median } from './statistics.ts';

const [baseUrl = ''] = process.argv.slice(2);
/** The ids of the server's small portal; the guide's dialect knows any id. */
const ids = Array.from(
  { length: 1000 },
  (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
);

async function once(): Promise<BulkCost> {
  let requests = 0;
  const docspace = createDocSpaceClient({ baseUrl, apiKey, hooks: { onRequest: () => void requests++ } });
  const startedAt = performance.now();
  const { found } = await docspace.getClientsInfo(ids);
  return { found: found.length, requests, wallMs: performance.now() - startedAt };
}

const costs: BulkCost[] = [];
for (let round = 0; round < 9; round++) costs.push(await once());
const cost: BulkCost = {
  found: Math.min(...costs.map(({ found }) => found)),
  requests: Math.max(...costs.map(({ requests }) => requests)),
  wallMs: median(costs.map(({ wallMs }) => wallMs)),
};
process.send?.(cost, () => process.exit());

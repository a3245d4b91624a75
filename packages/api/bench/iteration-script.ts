/** Walks a portal's 10,000 clients once, 50 to a page: `node iteration-script.ts <who> <base URL>`. */
import { createDocSpaceClient } from '@docspace-oauth/api';
import { apiKey } from './contenders.ts';
import type { IterationCost } from './iteration.ts';

const [who, baseUrl = ''] = process.argv.slice(2);
const pageSize = 50;

interface Page {
  data: { client_id: string }[];
  last_client_id: string | null;
  last_created_on: string | null;
}

/** The least that a program must do by hand: the token, and the cursor until it is null. */
async function* plainFetch(): AsyncGenerator<{ client_id: string }> {
  const get = async (path: string, headers: Record<string, string>): Promise<unknown> => {
    const response = await fetch(`${baseUrl}${path}`, { headers });
    if (!response.ok) throw new Error(`Status ${response.status}`);
    return response.json();
  };
  const exchange = await get('/api/2.0/security/oauth2/token', { Authorization: `Bearer ${apiKey}` });
  const signature = { 'x-signature': (exchange as { response: string }).response };
  let cursor = '';
  for (;;) {
    const page = (await get(`/api/2.0/clients?limit=${pageSize}${cursor}`, signature)) as Page;
    yield* page.data;
    if (!page.last_client_id || !page.last_created_on) return;
    const next = { last_client_id: page.last_client_id, last_created_on: page.last_created_on };
    cursor = `&${new URLSearchParams(next).toString()}`;
  }
}

const clients =
  who === 'plain fetch'
    ? plainFetch()
    : createDocSpaceClient({ baseUrl, apiKey }).iterateClients({ pageSize });
const ids = new Set<string>();
let afterOnePage = 0;
let most = 0;
let halfway = 0;
const cpu = process.cpuUsage();
const startedAt = performance.now();
for await (const { client_id } of clients) {
  ids.add(client_id);
  if (ids.size % pageSize === 0) {
    most = Math.max(most, process.memoryUsage.rss());
    afterOnePage ||= most;
    if (ids.size <= 5000) halfway = most;
  }
}
const wallMs = performance.now() - startedAt;
const { user, system } = process.cpuUsage(cpu);
const pages = ids.size / pageSize;
const cost: IterationCost = {
  clients: ids.size,
  wallMsPerPage: wallMs / pages,
  cpuMsPerPage: (user + system) / 1000 / pages,
  rssAfterOnePageBytes: afterOnePage,
  rssGrowthBytes: most - afterOnePage,
  rssLateGrowthBytes: most - halfway,
};
process.send?.(cost, () => process.exit());

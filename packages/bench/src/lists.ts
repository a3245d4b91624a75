import { createDocSpaceClient } from '@docspace-oauth/api';
import { startChild } from './child.ts';
import { apiKey } from './contenders.ts';
import { ours, type Row } from './report.ts';
import { type Figures, inTurns, pick } from './rounds.ts';

/** Reads all clients of a portal, each time in a fresh process. */
export async function measureIteration(baseUrl: string, clients: number, rounds: number): Promise<Row[]> {
  const results = await inTurns([ours, 'plain fetch'], rounds, async (name) => {
    const worker = await startChild('worker.ts', [name, `${baseUrl}/portal`]);
    const figures = (await worker.ask({ job: 'iteration', pageSize: 50 })) as Figures;
    await worker.end();
    if (figures['clients'] !== clients)
      throw new Error(`${name} saw ${figures['clients']} of ${clients} clients.`);
    return figures;
  });
  const what = `of iterating over ${clients.toLocaleString('en-US')} clients`;
  const beside = 'plain fetch';
  return [
    {
      what: `Peak memory ${what}`,
      unit: 'MB',
      samples: pick(results, 'peakMb'),
      beside,
      goal: { most: 1.1 },
    },
    { what: `Wall time ${what}, each page`, unit: 'ms', samples: pick(results, 'msPerPage'), beside },
  ];
}

/** Counts the requests of one call of `getClientsInfo` by a client that knows nothing yet, so probe and token exchange count. */
async function countRequests(baseUrl: string, ids: readonly string[]): Promise<number> {
  let requests = 0;
  const countingFetch: typeof fetch = (input, init) => {
    requests++;
    return fetch(input, init);
  };
  const docspace = createDocSpaceClient({ baseUrl, apiKey, fetch: countingFetch });
  const { found } = await docspace.getClientsInfo(ids);
  if (found.length !== ids.length) throw new Error(`Found ${found.length} of ${ids.length} ids.`);
  return requests;
}

/** The ids are the first of the portal's clients; the server's guide dialect knows every id. */
export async function measureBulk(baseUrl: string, count: number): Promise<Row[]> {
  const ids = Array.from(
    { length: count },
    (_, i) => `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
  );
  const row = async (dialect: string, url: string, most: number): Promise<Row> => ({
    what: `Requests for ${count.toLocaleString('en-US')} ids, ${dialect} dialect`,
    unit: 'requests',
    samples: { [ours]: [await countRequests(url, ids)] },
    goal: { most },
  });
  return [await row('guide', baseUrl, 7), await row('portal', `${baseUrl}/portal`, 21)];
}

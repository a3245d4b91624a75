import { runScript } from './child.ts';
import { apiKey } from './contenders.ts';

/** 1,000 ids in one call, by a client that knows nothing yet: the probe and the token exchange count. */
export interface BulkCost {
  found: number;
  requests: number;
  wallMs: number;
}

export interface Bulks {
  guide: BulkCost;
  portal: BulkCost;
  /** The status that the guide's own program gets, which puts all ids into one request line. */
  plainFetchStatus: number;
}

async function askAsTheGuideDoes(baseUrl: string): Promise<number> {
  const ids = Array.from({ length: 1000 }, () => ['ids', '00000000-0000-4000-8000-000000000000']);
  const query = new URLSearchParams(ids).toString();
  const headers = { Authorization: `Bearer ${apiKey}`, Accept: 'application/json' };
  const response = await fetch(`${baseUrl}/api/2.0/clients/info?${query}`, { headers });
  await response.text();
  return response.status;
}

export async function measureBulk(baseUrl: string): Promise<Bulks> {
  const script = new URL('bulk-script.ts', import.meta.url);
  const guide = await runScript<BulkCost>(script, [baseUrl]);
  const portal = await runScript<BulkCost>(script, [`${baseUrl}/small`]);
  for (const { found } of [guide, portal]) {
    if (found !== 1000) throw new Error(`Bulk found ${found} of 1,000 clients.`);
  }
  return { guide, portal, plainFetchStatus: await askAsTheGuideDoes(baseUrl) };
}

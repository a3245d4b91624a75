import { startChild } from '../child.ts';
import { ours } from '../report.ts';
import { type JobContender, jobContenders } from './contenders.ts';
import type { Outcome } from './loop.ts';
import { knownId, type PortalData, unknownId } from './portal-clients.ts';
import type { Question, Traffic } from './portals.ts';
import type { JobResults } from './report.ts';

export interface JobSizes {
  latencyMs: number;
  /** Clients of the portal that is listed, and of the portal of the vendor's cloud, which may have 101. */
  listed: number;
  listedInCloud: number;
  sharingDate: number;
  known: { ours: number; loops: number };
  unknown: { ids: number; clients: number };
  publicRecords: number;
}

interface Job {
  what: string;
  portal: PortalData;
  /** The ids that are given to a contender; undefined for a list. */
  idsFor?: (contender: string) => string[];
  run(contender: JobContender, ids: string[]): Promise<Outcome>;
  /** How much faster than the best loop ours shall be for each record. */
  speedGoal?: number;
}

const first = (count: number, idOf: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => idOf(index));
const format = (count: number): string => count.toLocaleString('en-US');

function jobsOf(sizes: JobSizes): Job[] {
  const { listed, listedInCloud, sharingDate, known, unknown, publicRecords } = sizes;
  const sql = (clients: number): PortalData => ({ store: 'sql', clients, sharingDate: 1 });
  const listAll = (contender: JobContender): Promise<Outcome> => contender.listAll();
  return [
    { what: `${format(listed)} clients listed`, portal: sql(listed), run: listAll },
    {
      what: `${format(listed)} clients listed, ${sharingDate} of each date`,
      portal: { ...sql(listed), sharingDate },
      run: listAll,
    },
    {
      what: `${format(listedInCloud)} clients listed, ${sharingDate} of each date, vendor's cloud`,
      portal: { store: 'saas', clients: listedInCloud, sharingDate },
      run: listAll,
    },
    {
      what: `${format(known.ours)} known ids (loops: ${format(known.loops)} of them)`,
      portal: sql(known.ours),
      idsFor: (contender) => first(contender === ours ? known.ours : known.loops, knownId),
      run: (contender, ids) => contender.readIds(ids),
      speedGoal: 20,
    },
    {
      what: `${format(unknown.ids)} unknown ids of ${format(unknown.clients)} clients`,
      portal: sql(unknown.clients),
      idsFor: () => first(unknown.ids, unknownId),
      run: (contender, ids) => contender.readIds(ids),
    },
    {
      what: `${format(publicRecords)} public records`,
      portal: sql(publicRecords),
      idsFor: () => first(publicRecords, knownId),
      run: (contender, ids) => contender.readPublic(ids),
    },
  ];
}

/** Does a job by all contenders at once, each with a portal of its own: nearly all of their time is waiting. */
async function measureJob(
  job: Job,
  ask: (question: Question) => Promise<unknown>,
  latencyMs: number,
): Promise<JobResults> {
  const contenders = Object.entries(jobContenders);
  const urls = (await ask({ open: job.portal, count: contenders.length, latencyMs })) as string[];
  const runs = await Promise.all(
    contenders.map(async ([name, create], index) => {
      const ids = job.idsFor?.(name) ?? [];
      const contender = await create(urls[index] ?? '');
      const startedAt = performance.now();
      const outcome = await job.run(contender, ids);
      return { name, ids, outcome, ms: performance.now() - startedAt };
    }),
  );
  const traffic = (await ask({ close: true })) as Traffic[];
  const results = runs.map(({ name, ids, outcome, ms }, index) => ({
    contender: name,
    records: job.idsFor ? ids.length : job.portal.clients,
    ...(traffic[index] ?? { requests: Number.NaN, refused: Number.NaN }),
    ms,
    failures: outcome.failures,
    lost: lostClients(job, name, ids, outcome),
  }));
  return { job: job.what, results, speedGoal: job.speedGoal };
}

/** How many clients were wanted and not delivered. */
function lostClients(job: Job, name: string, ids: readonly string[], outcome: Outcome): number {
  const { seen, missing, failures } = outcome;
  const all = new Set(first(job.portal.clients, knownId));
  const wanted = job.idsFor ? new Set(ids.filter((id) => all.has(id))) : all;
  // A contender that invents clients, or says nothing about an id, must not win.
  if ([...seen].some((id) => !wanted.has(id)))
    throw new Error(`${name} delivered a client that was not wanted.`);
  if (job.idsFor && seen.size + missing + failures.length !== ids.length)
    throw new Error(`${name} said nothing about some of the ids.`);
  return wanted.size - seen.size;
}

/** Does all jobs, one after the other. */
export async function measureJobs(sizes: JobSizes): Promise<JobResults[]> {
  const portals = await startChild('jobs/portals.ts', []);
  const ask = (question: Question): Promise<unknown> => portals.ask(question);
  const results: JobResults[] = [];
  try {
    for (const job of jobsOf(sizes)) results.push(await measureJob(job, ask, sizes.latencyMs));
    return results;
  } finally {
    await portals.end();
  }
}

/** What a reader of the table must know. */
export function describeJobs({ latencyMs, sharingDate }: JobSizes): string {
  return `The portal is the mock in a process of its own, with \`--limits full\` and ${latencyMs} ms of latency; each contender gets a
fresh one, with a full bucket, for each job. Its clients come by \`PUT /__mock/clients\`: where ${sharingDate} are of each date, they have the same
\`created_on\`. A loop sends one request after the other: for a list with the cursors as they were sent, for ids one for each.
After a 429 the loops with plain fetch and with the client of hey-api, which has no retries, wait for X-Ratelimit-Reset
(nanoseconds), or 1 s if it is 0, and try again; the client of Redocly retries by itself. The token counts too. "Fewest
requests" and "best loop" are for each record, among those that lost nothing and did not fail.`;
}

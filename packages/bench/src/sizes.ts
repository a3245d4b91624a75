import type { CallSizes } from './calls.ts';
import type { JobSizes } from './jobs/measure.ts';
import type { MockSizes } from './mock-server.ts';

/** How much is measured. */
export interface Sizes {
  calls: CallSizes;
  iteration: { clients: number; rounds: number };
  ids: number;
  imports: number;
  typeChecks: number;
  mock: MockSizes;
  jobs: JobSizes;
}

export const full: Sizes = {
  calls: { processes: 4, rounds: 7, warmUp: 14, batches: 8, batchSize: 50 },
  iteration: { clients: 10_000, rounds: 7 },
  ids: 1000,
  imports: 25,
  typeChecks: 5,
  mock: { rounds: 7, warmUp: 500, requests: 3000, clients: 10_000 },
  jobs: {
    latencyMs: 50,
    listed: 500,
    listedInCloud: 100,
    sharingDate: 30,
    // A bucket of 200 limits nothing before, so that the loops need to do 300 at least.
    known: { ours: 1000, loops: 300 },
    unknown: { ids: 200, clients: 120 },
    publicRecords: 300,
  },
};

/** Enough to see that every row is measured. */
export const smoke: Sizes = {
  calls: { processes: 1, rounds: 1, warmUp: 0, batches: 1, batchSize: 5 },
  iteration: { clients: 100, rounds: 1 },
  ids: 100,
  imports: 1,
  typeChecks: 1,
  mock: { rounds: 1, warmUp: 1, requests: 100, clients: 100 },
  jobs: {
    latencyMs: 1,
    listed: 120,
    listedInCloud: 100,
    sharingDate: 30,
    known: { ours: 60, loops: 10 },
    unknown: { ids: 10, clients: 20 },
    publicRecords: 10,
  },
};

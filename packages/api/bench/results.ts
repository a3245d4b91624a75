import { availableParallelism, cpus, loadavg } from 'node:os';
import type { Bulks } from './bulk.ts';
import type { BundleSizes } from './bundle-size.ts';
import type { ImportCosts } from './import-cost.ts';
import type { Iterations } from './iteration.ts';
import type { PerCall } from './per-call.ts';
import type { TypeCheckTimes } from './type-check.ts';

/** Where and when: figures of two machines, or of a busy and an idle one, do not compare; their ratios may. */
export interface Machine {
  date: string;
  node: string;
  platform: string;
  cpu: string;
  cores: number;
  /** Processes that wanted to run during the last minute, this benchmark's own among them; 0 on Windows. */
  load: number;
}

export function describeMachine(): Machine {
  return {
    date: new Date().toISOString(),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    load: loadavg()[0] ?? 0,
  };
}

/** Everything that was measured: times in milliseconds, sizes in bytes. */
export interface Measurements {
  perCall: PerCall[];
  imports: ImportCosts;
  bundles: BundleSizes;
  iteration: Iterations;
  bulk: Bulks;
  typeChecks: TypeCheckTimes;
}

import { runScript } from './child.ts';
import type { ContenderName } from './contenders.ts';

/** What one call costs: the time of all threads of the process, and the time that passes. */
export interface CallCost {
  cpuMs: number;
  wallMs: number;
}

export interface PerCall {
  operation: 'getClient' | 'getClients';
  /** Calls under way at once. */
  atOnce: number;
  costs: Record<ContenderName, CallCost>;
}

export function measurePerCall(baseUrl: string): Promise<PerCall[]> {
  return runScript('per-call-script.ts', [baseUrl], ['--expose-gc']);
}

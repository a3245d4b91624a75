import type { Cache } from './cache.ts';
import type { JsonObject } from './json.ts';
import type { Limits } from './limits.ts';
import { createRandom } from './random.ts';

/** How the mock behaves for a while. What is left out is as usual. */
export interface Scenario {
  readonly description: string;
  /** The only clients there are; each needs only the fields that matter. */
  readonly clients?: readonly JsonObject[];
  /** How many clients there are beyond those of the contract's examples. */
  readonly more?: number;
  readonly latency?: Latency;
  readonly limits?: Limits;
  readonly cache?: Cache;
  readonly faults?: readonly Fault[];
}

/** Milliseconds: each response waits a random time between the two. */
export interface Latency {
  readonly min: number;
  readonly max: number;
}

export interface Fault {
  /**
   * A status with the contract's body, an HTML page of a web server, a 403 without a body and rate headers (portal), or a
   * broken connection or body.
   */
  readonly kind: 'status' | 'html' | 'empty-forbidden' | 'reset' | 'stall' | 'truncate';
  /** Of `status` and `html`. */
  readonly status?: number;
  /** From 0 to 1. @default 1 */
  readonly chance?: number;
  /** Only of these operations. @default all */
  readonly operations?: readonly string[];
  /** Of `status`: the name of the contract's example. @default its first one */
  readonly example?: string;
  /** Only in place of answers with these statuses. @default all */
  readonly replaces?: readonly number[];
}

/** Decides by chance; after a reset the same decisions come in the same order. */
export interface Dice {
  fault(scenario: Scenario, operationId: string | undefined, status: number): Fault | undefined;
  latency(latency: Latency | undefined): number;
  reset(): void;
}

export function createDice(seed: number): Dice {
  let random = createRandom(seed);
  return {
    fault: ({ faults = [] }, operationId, status) =>
      faults.find(
        ({ operations, replaces, chance = 1 }) =>
          operations?.includes(operationId ?? '') !== false &&
          replaces?.includes(status) !== false &&
          random.next() < chance,
      ),
    latency: (latency) => (latency ? latency.min + random.next() * (latency.max - latency.min) : 0),
    reset: () => {
      random = createRandom(seed);
    },
  };
}

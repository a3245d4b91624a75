import type { Scenarios } from './behavior.ts';
import { isLatency } from './check-options.ts';
import { MockError } from './mock-error.ts';

/** What a schema cannot say of scenarios. Throws a MockError that names the scenario. */
export function checkScenarios(scenarios: Scenarios): Scenarios {
  for (const [name, { latency }] of scenarios) {
    if (latency === undefined || isLatency(latency)) continue;
    throw new MockError(
      `The latency of the scenario "${name}" must go from a smaller to a larger number of milliseconds.`,
    );
  }
  return scenarios;
}

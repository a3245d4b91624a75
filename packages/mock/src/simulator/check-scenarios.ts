import type { Scenarios } from './behavior.ts';
import { isLatency } from './check-options.ts';
import { MockError } from './mock-error.ts';

export interface ScenarioMistake {
  /** The scenario, and what of it is wrong. */
  readonly path: readonly [scenario: string, member: string];
  readonly message: string;
}

/** The first thing that is wrong with scenarios and that a schema cannot say. */
export function scenarioMistake(scenarios: Scenarios): ScenarioMistake | undefined {
  for (const [name, { latency }] of scenarios) {
    if (latency === undefined || isLatency(latency)) continue;
    const message = `The latency of the scenario "${name}" must go from a smaller to a larger number of milliseconds.`;
    return { path: [name, 'latency'], message };
  }
  return undefined;
}

/** Throws a MockError that names the scenario that is wrong. */
export function checkScenarios(scenarios: Scenarios): Scenarios {
  const mistake = scenarioMistake(scenarios);
  if (mistake !== undefined) throw new MockError(mistake.message);
  return scenarios;
}

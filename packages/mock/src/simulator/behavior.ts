import { MockError } from './mock-error.ts';
import { createDice, type Dice, type Latency, type Scenario } from './scenario.ts';
import { builtInScenarios } from './scenarios.ts';
import type { ClientData, Store } from './store.ts';
import type { JsonObject } from './json.ts';
import type { Cache } from './cache.ts';
import type { Limiter } from './limiter.ts';
import type { Limits } from './limits.ts';

export type Scenarios = ReadonlyMap<string, Scenario>;

/** What can be changed while the mock runs. */
export interface Behavior {
  readonly name: string;
  readonly scenario: Scenario;
  /** The names of all scenarios. */
  readonly names: readonly string[];
  /** The latency that was set, otherwise that of the scenario. */
  readonly latency: Latency | undefined;
  /** That of the scenario, otherwise the one that was chosen at the start. */
  readonly cache: Cache;
  readonly dice: Dice;
  setScenario(name: string): void;
  /** Overrides the latency of the scenario until the next reset; undefined removes the override. */
  setLatency(latency: Latency | undefined): void;
  setClients(clients: readonly JsonObject[]): void;
  setMore(more: number): void;
  reset(): void;
  /** Replaces the scenarios that were added to the built-in ones. */
  setScenarios(own: Scenarios): void;
}

export interface BehaviorOptions {
  readonly store: Store;
  readonly limiter: Limiter;
  /** Scenarios beside the built-in ones; they may replace them. */
  readonly scenarios: Scenarios;
  readonly scenario: string;
  readonly latency: Latency | undefined;
  /** Where a scenario has none of its own. */
  readonly limits: Limits;
  readonly cache: Cache;
  readonly more: number;
  readonly seed: number;
}

export function createBehavior(options: BehaviorOptions): Behavior {
  const { store, limiter, more, seed } = options;
  const examples: ClientData = { kind: 'examples', more, seed };
  const dice = createDice(seed);
  let scenarios = withBuiltIn(options.scenarios);
  let name = options.scenario;
  let scenario = find(name);
  let latency = options.latency;

  function find(wanted: string): Scenario {
    const found = scenarios.get(wanted);
    if (found !== undefined) return found;
    throw new MockError(`There is no scenario "${wanted}"; there are ${[...scenarios.keys()].join(', ')}.`);
  }
  const apply = (chosen: string): void => {
    const found = find(chosen);
    const hadData = scenario.clients !== undefined || scenario.more !== undefined;
    name = chosen;
    scenario = found;
    limiter.setLimits(found.limits ?? options.limits);
    if (found.clients !== undefined) store.setClients({ kind: 'list', clients: found.clients });
    else if (found.more !== undefined) store.setClients({ kind: 'examples', more: found.more, seed });
    else if (hadData) store.setClients(examples);
  };
  const start = (): void => {
    store.setClients(examples);
    apply(options.scenario);
  };
  start();

  return {
    get name() {
      return name;
    },
    get scenario() {
      return scenario;
    },
    get names() {
      return [...scenarios.keys()];
    },
    get latency() {
      return latency ?? scenario.latency;
    },
    get cache() {
      return scenario.cache ?? options.cache;
    },
    dice,
    setScenario: apply,
    setLatency: (chosen) => {
      latency = chosen;
    },
    setClients: (clients) => store.setClients({ kind: 'list', clients }),
    setMore: (count) => store.setClients({ kind: 'examples', more: count, seed }),
    reset: () => {
      dice.reset();
      latency = options.latency;
      start();
    },
    setScenarios: (own) => {
      scenarios = withBuiltIn(own);
      // A scenario that is running and not there any more goes on as it was.
      if (scenarios.has(name)) apply(name);
    },
  };
}

function withBuiltIn(own: Scenarios): Scenarios {
  return new Map([...builtInScenarios, ...own]);
}

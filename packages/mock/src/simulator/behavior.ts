import {
  createDice,
  normal,
  type ClientData,
  type Dice,
  type JsonObject,
  type Latency,
  type Scenario,
  type Store,
} from '../store/index.ts';
import { MockError } from '../mock-error.ts';

/** What can be changed while the mock runs. */
export interface Behavior {
  readonly name: string;
  readonly scenario: Scenario;
  readonly latency: Latency | undefined;
  readonly dice: Dice;
  names(): Promise<readonly string[]>;
  setScenario(name: string): Promise<void>;
  /** Beats the scenario's, until the next reset; undefined gives way to it again. */
  setLatency(latency: Latency | undefined): void;
  setClients(clients: readonly JsonObject[]): void;
  setMore(more: number, seed?: number): void;
  reset(): Promise<void>;
  /** Reads the scenarios anew. */
  reload(): Promise<void>;
}

export interface BehaviorOptions {
  readonly store: Store;
  readonly loadScenarios: () => Promise<ReadonlyMap<string, Scenario>>;
  readonly scenario: string;
  readonly latency: Latency | undefined;
  readonly more: number;
  readonly seed: number;
}

export async function createBehavior(options: BehaviorOptions): Promise<Behavior> {
  const { store, loadScenarios, more, seed } = options;
  const examples: ClientData = { kind: 'examples', more, seed };
  const dice = createDice(seed);
  let scenarios: Promise<ReadonlyMap<string, Scenario>> | undefined;
  let name = 'normal';
  let scenario = normal;
  let latency = options.latency;

  const find = async (wanted: string): Promise<Scenario> => {
    // Nobody waits for a file that has nothing to say.
    if (wanted === 'normal' && scenarios === undefined) return normal;
    const all = await (scenarios ??= loadScenarios());
    const found = all.get(wanted) ?? (wanted === 'normal' ? normal : undefined);
    if (found !== undefined) return found;
    throw new MockError(`There is no scenario "${wanted}"; there are ${[...all.keys()].join(', ')}.`);
  };
  const apply = (chosen: string, found: Scenario): void => {
    const had = scenario.clients !== undefined || scenario.more !== undefined;
    name = chosen;
    scenario = found;
    store.setLimits(found.limits ?? {});
    if (found.clients !== undefined) store.setClients({ kind: 'list', clients: found.clients });
    else if (found.more !== undefined) store.setClients({ kind: 'examples', more: found.more, seed });
    else if (had) store.setClients(examples);
  };
  store.setClients(examples);
  apply(options.scenario, await find(options.scenario));

  return {
    get name() {
      return name;
    },
    get scenario() {
      return scenario;
    },
    get latency() {
      return latency ?? scenario.latency;
    },
    dice,
    names: async () => [...new Set(['normal', ...(await (scenarios ??= loadScenarios())).keys()])],
    setScenario: async (wanted) => apply(wanted, await find(wanted)),
    setLatency: (chosen) => {
      latency = chosen;
    },
    setClients: (clients) => store.setClients({ kind: 'list', clients }),
    setMore: (count, chosenSeed = seed) =>
      store.setClients({ kind: 'examples', more: count, seed: chosenSeed }),
    reset: async () => {
      dice.reset();
      latency = options.latency;
      store.setClients(examples);
      store.clearCounts();
      apply(options.scenario, await find(options.scenario));
    },
    reload: async () => {
      const changed = loadScenarios();
      const found = (await changed).get(name);
      scenarios = changed;
      if (found !== undefined) scenario = found;
    },
  };
}

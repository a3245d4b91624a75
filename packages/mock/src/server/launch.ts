import { bundledContract } from '../simulator/bundled-contract.ts';
import type { Scenarios } from '../simulator/behavior.ts';
import { MockError } from '../simulator/mock-error.ts';
import type { Latency } from '../simulator/scenario.ts';
import { createSimulator, type Simulator } from '../simulator/simulator.ts';
import { createControl } from './control.ts';
import { openServer, type HttpServer } from './http-server.ts';
import type { MockOptions } from './options.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { createRequestHandler } from './request-handler.ts';

/** A running mock with its parts, some of which the command shows. */
export interface Launched {
  readonly url: string;
  readonly simulator: Simulator;
  readonly recorder: Recorder;
  readonly reset: () => void;
  readonly close: () => Promise<void>;
}

export async function launch(options: MockOptions): Promise<Launched> {
  const latency = rangeOf(options.latency);
  const server = await openServer(options.port ?? 0, options.host ?? '127.0.0.1');
  try {
    return await assemble(server, options, latency);
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function assemble(
  server: HttpServer,
  options: MockOptions,
  latency: Latency | undefined,
): Promise<Launched> {
  const { dialect = 'guide', cors = 'open', clients, seed, scenario, tokenTtl, onRequest } = options;
  const simulator = createSimulator({
    dialect,
    contract: bundledContract(dialect),
    issuer: () => server.url,
    clients,
    seed,
    scenario,
    scenarios: await scenariosOf(options.scenarios),
    latency,
    tokenTtl,
  });
  const recorder = createRecorder();
  const reset = (): void => {
    simulator.reset();
    recorder.clear();
  };
  const control = createControl({ simulator, recorder, reset });
  const closing = new AbortController();
  server.serve(
    createRequestHandler({ simulator, recorder, control, cors, onRequest, closing: closing.signal }),
  );
  const stopWatching = await startWatching(options, simulator);
  return {
    url: server.url,
    simulator,
    recorder,
    reset,
    close: async () => {
      closing.abort();
      await Promise.all([stopWatching(), server.close()]);
    },
  };
}

/** The scenarios of a file; YAML and its checks are loaded only if there is one. */
async function scenariosOf(file: string | undefined): Promise<Scenarios> {
  if (file === undefined) return new Map();
  const { readScenarioFile } = await import('./scenario-file.ts');
  return readScenarioFile(file);
}

async function startWatching(
  { scenarios, watch: tell }: MockOptions,
  simulator: Simulator,
): Promise<() => Promise<void>> {
  if (tell === undefined) return async () => undefined;
  const { watch } = await import('./watch.ts');
  const watcher = await watch({
    dialect: simulator.dialect,
    scenarios,
    serve: (contract) => simulator.setContract(contract),
    reload: async () => simulator.behavior.setScenarios(await scenariosOf(scenarios)),
    tell,
  });
  return () => watcher.close();
}

function rangeOf(latency: MockOptions['latency']): Latency | undefined {
  const range = typeof latency === 'number' ? { min: latency, max: latency } : latency;
  if (range === undefined || (range.min >= 0 && range.min <= range.max)) return range;
  throw new MockError('A latency is milliseconds from 0 on, or a range from a smaller to a larger.');
}

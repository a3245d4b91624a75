import { openPages, PagesError, type Pages } from '@docspace-oauth/local-server';
import type { Dialect } from '@docspace-oauth/openapi';

import { bundledContract } from '../simulator/bundled-contract.ts';
import type { Scenarios } from '../simulator/behavior.ts';
import {
  checkOptions,
  isLatency,
  isMilliseconds,
  ofType,
  oneOf,
  sharedRules,
  text,
  wholeNumber,
  type Rules,
} from '../simulator/check-options.ts';
import type { Latency } from '../simulator/scenario.ts';
import { MockError } from '../simulator/mock-error.ts';
import { createSimulator } from '../simulator/simulator.ts';
import { createSwitch, type SimulatorSwitch } from '../simulator/switch.ts';
import { createControl } from './control.ts';
import { openServer, type HttpServer } from './http-server.ts';
import type { MockOptions } from './options.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { createRequestHandler } from './request-handler.ts';
import { shielded } from './shielded.ts';

/** A running mock with its parts, some of which the command shows. */
export interface Launched {
  readonly url: string;
  readonly simulator: SimulatorSwitch;
  /** Whether it shows the explorer, or other pages. */
  readonly hasPages: boolean;
  readonly recorder: Recorder;
  readonly reset: () => void;
  readonly close: () => Promise<void>;
}

const rules: Rules = {
  ...sharedRules,
  port: wholeNumber(0, 65_535),
  host: text('an address'),
  scenarios: text('the path of a file'),
  serve: text('the path of a folder'),
  latency: {
    allows: (value) => isMilliseconds(value) || isLatency(value),
    wanted: 'milliseconds, or a range from a smaller to a larger number of them',
  },
  cors: oneOf(['open', 'strict']),
  onRequest: ofType('function', 'a function'),
  watch: ofType('function', 'a function'),
};

export async function launch(options: MockOptions): Promise<Launched> {
  checkOptions(options, rules);
  const server = await openServer(options.port ?? 0, options.host ?? '127.0.0.1');
  try {
    return await assemble(server, options);
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function assemble(server: HttpServer, options: MockOptions): Promise<Launched> {
  const { dialect = 'guide', cors = 'open', clients, seed, scenario, tokenTtl, onRequest } = options;
  const { store, limits, cache, host = '127.0.0.1' } = options;
  const scenarios = await scenariosOf(options.scenarios);
  const pages = await pagesOf(options.serve);
  const simulator = createSwitch(dialect, (chosen: Dialect) =>
    createSimulator({
      dialect: chosen,
      contract: bundledContract(chosen),
      issuer: () => server.url,
      clients,
      seed,
      scenario,
      scenarios,
      latency: rangeOf(options.latency),
      tokenTtl,
      store,
      limits,
      cache,
    }),
  );
  const recorder = createRecorder();
  const reset = (): void => {
    simulator.reset();
    recorder.clear();
  };
  const control = createControl({ simulator, recorder, reset });
  const closing = new AbortController();
  server.serve(
    createRequestHandler({
      simulator,
      recorder,
      control,
      cors,
      pages,
      onRequest,
      host,
      closing: closing.signal,
    }),
  );
  const stopWatching = await startWatching(options, simulator);
  const close = async (): Promise<void> => {
    closing.abort();
    await Promise.all([stopWatching(), server.close()]);
  };
  let closed: Promise<void> | undefined;
  return {
    url: server.url,
    simulator,
    hasPages: pages !== undefined,
    recorder,
    reset,
    close: () => (closed ??= close()),
  };
}

/** The scenarios of a file; YAML and its checks are loaded only if there is one. */
async function scenariosOf(file: string | undefined): Promise<Scenarios> {
  if (file === undefined) return new Map();
  const { readScenarioFile } = await import('./scenario-file.ts');
  return readScenarioFile(file);
}

async function pagesOf(folder: string | undefined): Promise<Pages | undefined> {
  if (folder === undefined) return undefined;
  return openPages(folder).catch((error: unknown) => {
    throw error instanceof PagesError ? new MockError(error.message, { cause: error }) : error;
  });
}

const ONLY_IN_REPOSITORY = 'Changes can be watched only in the repository of the mock.';

async function startWatching(
  { scenarios, watch: tell }: MockOptions,
  simulator: SimulatorSwitch,
): Promise<() => Promise<void>> {
  if (tell === undefined) return async () => undefined;
  // It needs the contract's sources and the tools that build them, which only its repository has.
  const { hasSources, watch } = await import('./watch.ts').catch((cause: unknown) => {
    throw new MockError(ONLY_IN_REPOSITORY, { cause });
  });
  if (!(await hasSources())) throw new MockError(ONLY_IN_REPOSITORY);
  const watcher = await watch({
    dialect: simulator.dialect,
    scenarios,
    serve: (contract) => simulator.setContract(contract),
    reload: async () => simulator.behavior.setScenarios(await scenariosOf(scenarios)),
    tell: shielded('watch', tell),
  });
  return () => watcher.close();
}

function rangeOf(latency: MockOptions['latency']): Latency | undefined {
  return typeof latency === 'number' ? { min: latency, max: latency } : latency;
}

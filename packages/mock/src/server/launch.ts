import { documentPath, readDocument, type Dialect, type OpenApiDocument } from './documents.ts';
import { createBehavior, type Behavior } from './server/behavior.ts';
import { createControl } from './server/control.ts';
import { createHandler } from './server/handler.ts';
import { listen, type HttpServer } from './server/http-server.ts';
import { createPipeline, type Pipeline } from './server/pipeline.ts';
import { createRecorder, type Recorder } from './server/recorder.ts';
import type { MockOptions } from './options.ts';
import { MockError } from './mock-error.ts';
import { createStore, type JsonObject, type Latency, type Store } from './store/index.ts';

/** A running mock with its parts, which the command shows something of. */
export interface Launched {
  readonly url: string;
  readonly dialect: Dialect;
  readonly document: OpenApiDocument;
  readonly store: Store;
  readonly behavior: Behavior;
  readonly recorder: Recorder;
  readonly reset: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function launch(options: MockOptions): Promise<Launched> {
  const latency = rangeOf(options.latency);
  const server = await listen(options.port ?? 0, options.host ?? '127.0.0.1');
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
  const { dialect = 'guide', cors = 'open', seed = 1, onRequest } = options;
  const document = await readDocument(documentPath(dialect));
  const contract = document as unknown as JsonObject;
  const store = createStore({
    document: contract,
    dialect,
    issuer: () => server.url,
    tokenTtlSeconds: options.tokenTtl,
  });
  const recorder = createRecorder();
  const [pipeline, behavior] = await Promise.all([
    createPipeline(contract, store, dialect),
    createBehavior({
      store,
      loadScenarios: async () => (await import('./scenario-file.ts')).loadScenarios(options.scenarios),
      scenario: options.scenario ?? 'normal',
      latency,
      more: options.clients ?? 0,
      seed,
    }),
  ]);
  const reset = async (): Promise<void> => {
    await behavior.reset();
    recorder.clear();
  };
  const control = createControl({ dialect, store, pipeline, behavior, recorder, reset });
  const closing = new AbortController();
  const { signal } = closing;
  server.serve(
    createHandler({ store, pipeline, behavior, recorder, control, cors, onRequest, closing: signal }),
  );
  const stopWatching = await startWatching(options, pipeline, behavior);
  return {
    url: server.url,
    dialect,
    document,
    store,
    behavior,
    recorder,
    reset,
    close: async () => {
      closing.abort();
      stopWatching();
      await server.close();
    },
  };
}

async function startWatching(
  { dialect = 'guide', scenarios, watch: tell }: MockOptions,
  pipeline: Pipeline,
  behavior: Behavior,
): Promise<() => void> {
  if (tell === undefined) return () => undefined;
  const { watch } = await import('./watch.ts');
  const watcher = await watch({
    dialect,
    scenarios,
    serve: async (changed) => pipeline.setDocument(changed),
    reload: async () => behavior.reload(),
    tell,
  });
  return () => watcher.close();
}

function rangeOf(latency: MockOptions['latency']): Latency | undefined {
  const range = typeof latency === 'number' ? { min: latency, max: latency } : latency;
  if (range === undefined || (range.min >= 0 && range.min <= range.max)) return range;
  throw new MockError('A latency is milliseconds from 0 on, or a range from a smaller to a larger.');
}

import { documentPath, readDocument, type Dialect } from './documents.ts';
import { MockError } from './mock-error.ts';
import { createBehavior } from './server/behavior.ts';
import { createControl } from './server/control.ts';
import type { Cors } from './server/cors.ts';
import { createHandler } from './server/handler.ts';
import { listen } from './server/http-server.ts';
import { createPipeline } from './server/pipeline.ts';
import { createRecorder, type RecordedRequest } from './server/recorder.ts';
import { createStore, type JsonObject, type Latency } from './store/index.ts';
import type { WatchEvent } from './watch.ts';

export interface MockOptions {
  /** Whose answers it gives. @default 'guide' */
  readonly dialect?: Dialect | undefined;
  /** 0 takes a free one. @default 0 */
  readonly port?: number | undefined;
  /** @default '127.0.0.1' */
  readonly host?: string | undefined;
  /** How many clients there are beyond those of the contract's examples. @default 0 */
  readonly clients?: number | undefined;
  /** The same seed gives the same clients, and the same faults in the same order. @default 1 */
  readonly seed?: number | undefined;
  /** The name of a scenario. @default 'normal' */
  readonly scenario?: string | undefined;
  /** A file of scenarios, beside those that the package brings. */
  readonly scenarios?: string | undefined;
  /** Seconds that a token of the portal's dialect is good; a portal allows 60 more. @default 300 */
  readonly tokenTtl?: number | undefined;
  /** Milliseconds that each answer waits, or a range of them. @default 0 */
  readonly latency?: number | Latency | undefined;
  /** `strict` sends no CORS headers, as a live identity service does. @default 'open' */
  readonly cors?: Cors | undefined;
  /** Called after each request that was answered. */
  readonly onRequest?: ((request: RecordedRequest) => void) | undefined;
  /** Serves changes of the contract and of the scenario file while it runs; told what became of each. */
  readonly watch?: ((event: WatchEvent) => void) | undefined;
}

export interface Mock {
  readonly url: string;
  readonly dialect: Dialect;
  /** The last thousand, without anything secret. */
  readonly requests: readonly RecordedRequest[];
  setScenario(name: string): Promise<void>;
  /** Back to how it started; recorded requests are forgotten. */
  reset(): Promise<void>;
  /** Ends it, with every connection; further calls wait for the same end. */
  close(): Promise<void>;
}

/** Starts a mock in this process, beside any number of others; it answers when this resolves. */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { dialect = 'guide', port = 0, host = '127.0.0.1', cors = 'open', seed = 1 } = options;
  const closing = new AbortController();
  const server = await listen(port, host);
  try {
    const document = (await readDocument(documentPath(dialect))) as unknown as JsonObject;
    const store = createStore({
      document,
      dialect,
      issuer: () => server.url,
      tokenTtlSeconds: options.tokenTtl,
    });
    const recorder = createRecorder();
    const [pipeline, behavior] = await Promise.all([
      createPipeline(document, store, dialect),
      createBehavior({
        store,
        loadScenarios: async () => (await import('./scenario-file.ts')).loadScenarios(options.scenarios),
        scenario: options.scenario ?? 'normal',
        latency: rangeOf(options.latency),
        more: options.clients ?? 0,
        seed,
      }),
    ]);
    const reset = async (): Promise<void> => {
      await behavior.reset();
      recorder.clear();
    };
    const control = createControl({ dialect, store, pipeline, behavior, recorder, reset });
    const { onRequest } = options;
    server.serve(
      createHandler({
        store,
        pipeline,
        behavior,
        recorder,
        control,
        cors,
        onRequest,
        closing: closing.signal,
      }),
    );
    const watcher =
      options.watch &&
      (await (
        await import('./watch.ts')
      ).watch({
        dialect,
        scenarios: options.scenarios,
        serve: async (changed) => pipeline.setDocument(changed),
        reload: async () => behavior.reload(),
        tell: options.watch,
      }));
    return {
      url: server.url,
      dialect,
      get requests() {
        return recorder.list();
      },
      setScenario: async (name) => behavior.setScenario(name),
      reset,
      close: async () => {
        closing.abort();
        watcher?.close();
        await server.close();
      },
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

function rangeOf(latency: MockOptions['latency']): Latency | undefined {
  const range = typeof latency === 'number' ? { min: latency, max: latency } : latency;
  if (range === undefined || (range.min >= 0 && range.min <= range.max)) return range;
  throw new MockError('A latency is milliseconds from 0 on, or a range from a smaller to a larger.');
}

import type { Dialect } from '@docspace-oauth/openapi';

import { launch } from './launch.ts';
import type { MockOptions } from './options.ts';
import type { RecordedRequest } from './recorder.ts';

export interface Mock {
  readonly url: string;
  /** The one that it answers in now: `PUT /__mock/dialect` changes it. */
  readonly dialect: Dialect;
  /** The last thousand, without anything secret. */
  readonly requests: readonly RecordedRequest[];
  setScenario(name: string): Promise<void>;
  /** Back to how it started; recorded requests are forgotten. */
  reset(): Promise<void>;
  /** Ends the mock and every connection; further calls wait for the same end. */
  close(): Promise<void>;
}

/** Starts a mock in this process, beside any number of others; it answers when this resolves. */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { url, simulator, recorder, reset, close } = await launch(options);
  return {
    url,
    get dialect() {
      return simulator.dialect;
    },
    get requests() {
      return recorder.list();
    },
    setScenario: async (name) => simulator.behavior.setScenario(name),
    reset: async () => reset(),
    close,
  };
}

/**
 * The whole public surface. Not exported: the command (`cli.ts`), how a port is found, and the
 * store's inside, which nobody outside needs.
 */
export { documentPath, dialects, type Dialect } from './documents.ts';
export { MockError } from './mock-error.ts';
export { startPrism, type PrismOptions, type PrismProcess } from './prism-process.ts';
export type { Cors } from './server/cors.ts';
export type { Violation } from './server/pipeline.ts';
export type { RecordedRequest } from './server/recorder.ts';
export type { MockOptions } from './options.ts';
export { startMock, type Mock } from './start-mock.ts';
export type { Latency } from './store/index.ts';
export type { WatchEvent } from './watch.ts';

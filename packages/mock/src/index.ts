/**
 * The whole public surface of the mock server. Not exported: the command (`cli/`) and the simulator, which the server
 * and the MSW handlers share and which may change at any time.
 */
export { MockError } from './simulator/mock-error.ts';
export type { Cache } from './simulator/cache.ts';
export type { StoreName } from './simulator/databases/databases.ts';
export type { LimitName } from './simulator/limits.ts';
export type { Latency } from './simulator/scenario.ts';
export type { Violation } from './simulator/violations.ts';
export type { Cors } from './server/cors.ts';
export type { MockOptions } from './server/options.ts';
export type { RecordedRequest } from './server/recorder.ts';
export { startMock, type Mock } from './server/start-mock.ts';
export type { WatchEvent } from './server/watch.ts';

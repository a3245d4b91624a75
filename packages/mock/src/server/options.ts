import type { Dialect } from '@docspace-oauth/openapi';

import type { Cache } from '../simulator/cache.ts';
import type { StoreName } from '../simulator/databases/databases.ts';
import type { LimitName } from '../simulator/limits.ts';
import type { Latency } from '../simulator/scenario.ts';
import type { Cors } from './cors.ts';
import type { RecordedRequest } from './recorder.ts';
import type { WatchEvent } from './watch.ts';

export interface MockOptions {
  /** How it answers: as the guide documents it, or as a portal does. @default 'guide' */
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
  /** A file of scenarios beside the built-in ones. */
  readonly scenarios?: string | undefined;
  /** Seconds that a token of the portal's dialect is valid; a portal allows 60 more. @default 300 */
  readonly tokenTtl?: number | undefined;
  /** Portal: what it keeps its clients in, MariaDB (self-hosted) or DynamoDB (the vendor's cloud). @default 'sql' */
  readonly store?: StoreName | undefined;
  /** The limits of a portal that runs as several services or as one process. @default 'off' */
  readonly limits?: LimitName | undefined;
  /** Portal: `null-text` gives the text "null" in single reads where there is none, as the cache of a portal does. @default 'off' */
  readonly cache?: Cache | undefined;
  /** Milliseconds that each answer waits, or a range of them. @default 0 */
  readonly latency?: number | Latency | undefined;
  /** `strict` sends no CORS headers, as a live identity service does. @default 'open' */
  readonly cors?: Cors | undefined;
  /** A folder of pages, such as the explorer's, that are shown at `/explorer/`. @default no pages */
  readonly serve?: string | undefined;
  /** Called after each response. */
  readonly onRequest?: ((request: RecordedRequest) => void) | undefined;
  /** Serves changes of the contract and of the scenario file while it runs; called with what became of each. */
  readonly watch?: ((event: WatchEvent) => void) | undefined;
}

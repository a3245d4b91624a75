import type { Caller } from './callers.ts';
import type { Collection } from './collection.ts';
import type { Operation } from './contract.ts';
import type { Credentials } from './credentials.ts';
import type { Json } from './json.ts';
import type { Limits, Taken } from './limits.ts';
import type { ParameterViolation } from './parameters.ts';
import type { StoreRequest } from './request.ts';

/** Everything that a dialect looks at to answer one request. */
export interface Dialogue {
  readonly operation: Operation;
  readonly request: StoreRequest;
  readonly credentials: Credentials;
  readonly violations: readonly ParameterViolation[];
  readonly clients: Collection;
  readonly limits: Limits;
  /** Counts a call against the caller's minute; undefined where nobody limits it. */
  readonly countCall: (caller: Caller) => Taken | undefined;
  /** Counts a call against the server's second. */
  readonly countServerCall: (limit: number) => Taken;
  /** The headers of the caller's minute, where it is limited; else the contract's examples stand. */
  readonly rateHeaders: () => Readonly<Record<string, number>>;
  /** The same body for the same key, as long as the clients stay the same. */
  readonly remember: (key: string, make: () => Json) => Json;
}

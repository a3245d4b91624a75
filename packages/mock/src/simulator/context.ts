import type { Body } from './body.ts';
import type { Collection } from './collection.ts';
import type { Operation } from './contract.ts';
import type { Credentials } from './credentials.ts';
import type { Json } from './json.ts';
import type { RequestLimiter } from './limits.ts';
import type { ParameterViolation } from './parameters.ts';

/** Everything that a dialect looks at to answer one request. */
export interface RequestContext {
  readonly operation: Operation;
  /** The path as the contract has it, still encoded. */
  readonly path: string;
  /** The parameters in the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly credentials: Credentials;
  readonly violations: readonly ParameterViolation[];
  readonly clients: Collection;
  readonly limiter: RequestLimiter;
  /** The body of a 200: the same one for the same key, as long as the clients stay the same. */
  readonly bodyOf: (key: string, make: () => Json) => Body;
}

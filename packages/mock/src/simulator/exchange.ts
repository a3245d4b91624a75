import type { Body } from './body.ts';
import type { Cache } from './cache.ts';
import type { Collection } from './collection.ts';
import type { Operation } from './contract.ts';
import type { Credentials } from './credentials.ts';
import type { Database } from './databases/database.ts';
import type { Json } from './json.ts';
import type { Limiter } from './limiter.ts';
import type { ParameterViolation } from './parameters.ts';
import type { RequestHeaders } from './request.ts';

/** A request, and everything that a dialect looks at to answer it. */
export interface Exchange {
  readonly method: string;
  /** The path as it was sent, still encoded. */
  readonly sentPath: string;
  /** The path as the contract has it, still encoded. */
  readonly path: string;
  /** The root of the server, as its callers know it. */
  readonly root: string;
  readonly query: URLSearchParams;
  readonly headers: RequestHeaders;
  /** Who calls, where nothing else says it. */
  readonly address: string;
  /** The operation of the path, whatever the method is; undefined if no operation has the path. */
  readonly operation: Operation | undefined;
  /** The parameters in the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** How the parameters break the contract. */
  readonly violations: readonly ParameterViolation[];
  /** Whether the request asks for a response by name. */
  readonly preferred: boolean;
  readonly credentials: Credentials;
  readonly clients: Collection;
  readonly database: Database;
  readonly cache: Cache;
  readonly limiter: Limiter;
  /** The body of a 200: the same one for the same key, as long as the clients stay the same. */
  readonly bodyOf: (key: string, make: () => Json) => Body;
}

/** A request whose path belongs to an operation. */
export interface OperationExchange extends Exchange {
  readonly operation: Operation;
}

export function hasOperation(exchange: Exchange): exchange is OperationExchange {
  return exchange.operation !== undefined;
}

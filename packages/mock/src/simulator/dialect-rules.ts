import type { Answer } from './answer.ts';
import type { Operation } from './contract.ts';
import type { Credentials } from './credentials.ts';
import type { Exchange } from './exchange.ts';
import type { Json, JsonObject } from './json.ts';
import type { CallerLimit } from './limiter.ts';
import type { RequestHeaders } from './request.ts';

/** How one dialect answers. */
export interface DialectRules {
  readonly callerLimit: CallerLimit;
  /** Whether a word in a path may be encoded: `%69nfo` is `info` then, and no id. */
  readonly decodesPaths: boolean;
  /** The path as the contract has it, for a path that is served under a second prefix too. */
  contractPath(path: string): string;
  /** Whether a request carries the credential that the operation asks for, valid or not. */
  hasCredential(operation: Operation, credentials: Credentials): boolean;
  answer(exchange: Exchange): Answer;
  /** The answer of a status that a scenario wants, whatever was asked. */
  fail(operation: Operation, failure: WantedFailure, request: FailedRequest): Answer;
  /** The body of a single client. */
  single(record: JsonObject): Json;
}

/** What a failure shows of its request. */
export interface FailedRequest {
  /** The path as the contract has it. */
  readonly path: string;
  readonly headers: RequestHeaders;
}

export interface WantedFailure {
  readonly status: number;
  /** The name of an example in the contract; the first one if it is left out. */
  readonly example?: string | undefined;
}

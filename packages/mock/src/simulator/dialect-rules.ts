import type { Answer } from './answer.ts';
import type { RequestContext } from './context.ts';
import type { Operation } from './contract.ts';
import type { Credentials } from './credentials.ts';
import type { Json, JsonObject } from './json.ts';

/** How one dialect answers. */
export interface DialectRules {
  /** The path as the contract has it, for a path that is served under a second prefix too. */
  contractPath(path: string): string;
  /** Whether a request carries the credential that the operation asks for, valid or not. */
  hasCredential(operation: Operation, credentials: Credentials): boolean;
  answer(context: RequestContext): Answer;
  /** The answer to a path, method or media type that is not served. */
  refuse(refusal: Refusal): Answer;
  /** The answer of a status that a scenario wants, whatever was asked. */
  fail(operation: Operation, status: number, path: string): Answer;
  /** The body of a single client. */
  single(record: JsonObject): Json;
}

export interface Refusal {
  readonly status: 404 | 405 | 406;
  readonly detail: string;
}

import type { ClientInfo } from './types.ts';

/**
 * Why a call failed; closed, so that a `switch` over it can be exhaustive.
 *
 * - `invalid_input`: refused before anything was sent (an id, an option, a base URL)
 * - `unauthorized` 401, `forbidden` 403, `not_found` 404, `rate_limited` 429
 * - `portal_unavailable`: the portal is unpaid (402), suspended, or being restored, moved or encrypted
 * - `bad_request`: any other 4xx; `server_error`: any 5xx
 * - `unexpected_response`: a redirect, a 2xx that is not JSON, not of the contract's shape, or too large
 * - `network`: no response, or one that broke off
 * - `timeout`: a deadline passed; `aborted`: the caller's signal, or a framework that stops rendering a page
 */
export type DocSpaceErrorCode =
  | 'invalid_input'
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'rate_limited'
  | 'portal_unavailable'
  | 'bad_request'
  | 'server_error'
  | 'unexpected_response'
  | 'network'
  | 'timeout'
  | 'aborted';

/** What a server says about a failure: the fields of RFC 9457 problem details that it sent, secrets redacted. */
export interface DocSpaceProblem {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  instance?: string;
  errors?: { field?: string; code?: string; message?: string }[];
}

/** The facts of a failure besides its message. */
export interface DocSpaceErrorDetails {
  code: DocSpaceErrorCode;
  /** HTTP status, if there was a response. */
  status?: number | undefined;
  /** The contract's operationId (`generateJwtToken` for the portal's token exchange). */
  operationId?: string | undefined;
  /** The body of the response, if it could be read. */
  problem?: DocSpaceProblem | undefined;
  /** JSON pointer to the first violation in the body of an `unexpected_response`. */
  pointer?: string | undefined;
  /** How long to wait before the same call can succeed, in milliseconds: what the server asked for, or more if others wait. */
  retryAfterMs?: number | undefined;
  /**
   * Requests of this operation that were sent for this call, retries and the one after a renewed token included. If
   * `operationId` is `generateJwtToken`, these are the requests of the token exchange. @default 0
   */
  attempts?: number;
  /** What to do about it, in words. */
  hint?: string | undefined;
  /** Of a call that a framework ended: React and Next.js recognize by it what they threw themselves. */
  digest?: string | undefined;
  cause?: unknown;
}

/** Not a property of the error, because printing with `%o` shows even a property that is not enumerable. */
const foundOf = new WeakMap<object, readonly ClientInfo[]>();

const brand: unique symbol = Symbol.for('@docspace-oauth/api/DocSpaceError') as never;
const maxMessage = 500;

/** Cuts text that a server sent to at most 500 characters, so that it fits into a log line. */
export function cut(text: string): string {
  return text.length > maxMessage ? `${text.slice(0, maxMessage - 1)}…` : text;
}

/** Holds what printing must not show. */
class ErrorWithFound extends Error {
  static {
    // Inspection that is asked to run getters leaves out those of built-in classes, and knows these by this name.
    Object.defineProperty(this.prototype, 'constructor', { value: Error });
  }

  /** What a failed getClientsInfo had found by then. Printing the error does not show it: it may hold secrets. */
  get found(): readonly ClientInfo[] | undefined {
    return foundOf.get(this);
  }
}

/**
 * The one error that every method rejects with. Messages, problems and hints hold no API key, token or client secret,
 * so an error can be logged whole.
 */
export class DocSpaceError extends ErrorWithFound {
  override readonly name = 'DocSpaceError';
  readonly code!: DocSpaceErrorCode;
  readonly status: number | undefined;
  readonly operationId: string | undefined;
  readonly problem: DocSpaceProblem | undefined;
  readonly pointer: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly attempts: number = 0;
  readonly hint: string | undefined;
  declare digest?: string | undefined;

  constructor(message: string, { cause, ...facts }: DocSpaceErrorDetails) {
    super(cut(message), cause === undefined ? undefined : { cause });
    Object.assign(this, facts);
    Object.defineProperty(this, brand, { value: true });
  }

  /** The same facts as a plain object, without stack and cause. */
  toJSON(): Omit<DocSpaceErrorDetails, 'cause'> & { name: string; message: string } {
    return Object.assign({}, this, { message: this.message });
  }
}

/** Whether a value is a DocSpaceError, even of another realm or of a second copy of this package. */
export function isDocSpaceError(value: unknown): value is DocSpaceError {
  return brand in Object(value);
}

/** Gives an error what was found before it. */
export function setFound(error: DocSpaceError, found: readonly ClientInfo[]): void {
  foundOf.set(error, found);
}

/** An error of its own for each caller that waited for the same request. */
export function copyOf(error: DocSpaceError): DocSpaceError {
  return new DocSpaceError(error.message, { ...error.toJSON(), cause: error.cause });
}

/** The error for an input that is refused before anything is sent. */
export function invalidInput(message: string, hint?: string): DocSpaceError {
  return new DocSpaceError(message, { code: 'invalid_input', hint });
}

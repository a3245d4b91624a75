import type { ResponseHeaders } from './transport/headers.ts';
import type { Dialect } from './protocol/dialect.ts';

/** A response whose body has been read, whatever its status. */
export interface Reply {
  /** 0 is a redirect in a browser, which does not show where it leads. */
  readonly status: number;
  readonly statusText: string;
  readonly headers: ResponseHeaders;
  readonly text: string;
  readonly url: string;
  /** The dialect that the request was sent in; undefined if the request did not depend on it and nobody has asked yet. */
  readonly dialect: Dialect | undefined;
  /** Requests sent for this call, retries included. */
  readonly attempts: number;
  /** How long the server asked to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
}

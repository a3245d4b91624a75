import type { ByteStream } from '../transport/fetch.ts';
import type { ResponseHeaders } from '../transport/headers.ts';

/** The part of a Response that a DocSpace client reads. The connection is used again once the body has been read. */
export interface NodeFetchResponse {
  readonly status: number;
  readonly statusText: string;
  readonly url: string;
  readonly headers: ResponseHeaders;
  readonly body: ByteStream;
  /** The whole body, without any limit: for an environment that cannot decode bytes, as jsdom. */
  text(): Promise<string>;
}

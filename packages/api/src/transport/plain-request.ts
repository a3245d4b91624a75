/** What the transport needs of a Request. */
export interface PlainRequest {
  readonly url: string;
  readonly method: string;
  /** Belongs to the call: the credential is set in it. */
  readonly headers: Headers;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Stands in for Request between openapi-fetch and the transport: a real one, with a signal of its own and a copy of the
 * headers, costs more than all that the transport does with it.
 */
export class BareRequest implements PlainRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly signal: AbortSignal | undefined;

  constructor(url: string, init: { method?: string; headers: Headers; signal?: AbortSignal }) {
    this.url = url;
    this.method = init.method ?? 'GET';
    this.headers = init.headers;
    this.signal = init.signal;
  }
}

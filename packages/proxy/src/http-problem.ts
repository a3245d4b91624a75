import { STATUS_CODES, type OutgoingHttpHeaders } from 'node:http';

/** A response as it goes to the browser. */
export interface ProxyResponse {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string | Buffer;
}

/**
 * A failure that the proxy itself reports, as problem+json. The detail is shown to the browser and logged, so it is made
 * of fixed words and checked ones, never of a message from elsewhere: those may quote a credential.
 */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;

  constructor(status: number, detail: string, headers: OutgoingHttpHeaders = {}) {
    super(detail);
    this.status = status;
    this.headers = headers;
  }

  toResponse(): ProxyResponse {
    const { status, message: detail } = this;
    return {
      status,
      headers: { ...this.headers, 'content-type': 'application/problem+json' },
      body: JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail }),
    };
  }
}

/** The problem for anything that was thrown. A mistake of the proxy is named by its kind alone. */
export function toProblem(thrown: unknown): HttpProblem {
  if (thrown instanceof HttpProblem) return thrown;
  return new HttpProblem(500, `The proxy failed (${thrown instanceof Error ? thrown.name : 'unknown'}).`);
}

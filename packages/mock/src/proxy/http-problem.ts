import { STATUS_CODES, type OutgoingHttpHeaders } from 'node:http';

/** What goes back to the browser. */
export interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Uint8Array | string;
}

/**
 * A failure that the proxy itself answers, as problem+json. The detail is shown to the browser and logged, so it is made
 * of fixed words and checked ones, never of a message from elsewhere: those quote what they choke on.
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

  answer(): Answer {
    const { status, message: detail } = this;
    return {
      status,
      headers: { ...this.headers, 'content-type': 'application/problem+json' },
      body: JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail }),
    };
  }
}

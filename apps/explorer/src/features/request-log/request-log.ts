import type { DocSpaceHooks, ResponseEvent, RetryEvent, WaitEvent } from '@docspace-oauth/api';

/** A request that has ended, as a page shows it. It holds no credential: the hooks hide them. */
export interface LoggedRequest {
  readonly id: number;
  readonly operationId: string;
  readonly url: string;
  /** Path and query. */
  readonly target: string;
  /** What it was sent with. */
  readonly credential: 'key' | 'token' | 'none';
  readonly attempt: number;
  readonly status: number | undefined;
  /** Why there was no response. */
  readonly failure: string | undefined;
  readonly durationMs: number;
  /** Requests that the server still allows. */
  readonly remaining: number | undefined;
}

/** What the client is doing about a failure or a limit, until its next response. */
export interface Pause {
  readonly reason: 'retry' | WaitEvent['reason'];
  readonly operationId: string | undefined;
  readonly until: number;
}

export interface RequestLogState {
  /** The newest last. */
  readonly requests: readonly LoggedRequest[];
  readonly pause: Pause | undefined;
  /** Things that failed no call but that someone should know, each once. */
  readonly warnings: readonly string[];
}

const empty: RequestLogState = { requests: [], pause: undefined, warnings: [] };
const kept = 300;

/** Remembers what a DocSpace client sends, for the pages to show. */
export class RequestLog {
  #state = empty;
  #count = 0;
  readonly #listeners = new Set<() => void>();

  readonly hooks: DocSpaceHooks = {
    onResponse: (event) => this.#add(event),
    onRetry: (event) => this.#pause('retry', event),
    onWait: (event) => this.#pause(event.reason, event),
    onWarning: ({ code, message }) => {
      // The keys of the mock are no portal's keys, and those of a portal never get here.
      if (code === 'api_key_form' || this.#state.warnings.includes(message)) return;
      this.#set({ ...this.#state, warnings: [...this.#state.warnings, message] });
    },
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): RequestLogState => this.#state;

  #add({ operationId, url, attempt, headers, status, error, durationMs, remaining }: ResponseEvent): void {
    const { pathname, search } = new URL(url);
    const request: LoggedRequest = {
      id: ++this.#count,
      operationId: operationId ?? 'unknown',
      url,
      target: pathname + search,
      credential: headers['authorization'] ? 'key' : headers['x-signature'] ? 'token' : 'none',
      attempt,
      status,
      failure: error?.code,
      durationMs,
      remaining,
    };
    const { requests, warnings } = this.#state;
    this.#set({ requests: [...requests.slice(1 - kept), request], warnings, pause: undefined });
  }

  #pause(reason: Pause['reason'], { operationId, delayMs }: RetryEvent | WaitEvent): void {
    this.#set({ ...this.#state, pause: { reason, operationId, until: Date.now() + delayMs } });
  }

  #set(state: RequestLogState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

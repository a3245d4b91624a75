import type { IncomingHttpHeaders } from 'node:http';

import type { Violation } from '../simulator/violations.ts';

/** A request that was answered, without anything secret. */
export interface RecordedRequest {
  readonly id: number;
  readonly method: string;
  /** With the query. */
  readonly url: string;
  readonly operationId: string | undefined;
  /** Undefined if the connection was broken on purpose. */
  readonly status: number | undefined;
  readonly milliseconds: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly violations: readonly Violation[];
  /** What a scenario did to it. */
  readonly fault: string | undefined;
}

export interface Recorder {
  add(request: Omit<RecordedRequest, 'id'>): RecordedRequest;
  list(): readonly RecordedRequest[];
  clear(): void;
}

const KEPT = 1000;
const SECRET_HEADERS: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'x-signature',
  'cookie',
]);

/** Keeps the last thousand. */
export function createRecorder(): Recorder {
  let requests: RecordedRequest[] = [];
  let count = 0;
  return {
    add: (request) => {
      count += 1;
      const recorded = { id: count, ...request };
      requests.push(recorded);
      // Cut now and then: a shift for each request would move all of them each time.
      if (requests.length >= 2 * KEPT) requests = requests.slice(-KEPT);
      return recorded;
    },
    list: () => requests.slice(-KEPT),
    clear: () => {
      requests = [];
      count = 0;
    },
  };
}

export function withoutSecrets(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      SECRET_HEADERS.has(name) ? '[redacted]' : String(value),
    ]),
  );
}

import type { DocSpaceError } from './error.ts';

/** A request that is about to be sent. */
export interface RequestEvent {
  /** The contract's operationId; `generateJwtToken` for the portal's token exchange. */
  operationId: string | undefined;
  /** 1 for the first request of a call. */
  attempt: number;
  method: 'GET';
  url: string;
  /** Header names in lower case; credentials are `••••`. */
  headers: Record<string, string>;
}

/** The end of a request: an answer with a status, or an error without one. */
export interface ResponseEvent extends RequestEvent {
  status: number | undefined;
  error: DocSpaceError | undefined;
  /** From sending to the last byte of the body, in milliseconds. */
  durationMs: number;
}

/** A request that will be sent again after `delayMs`. */
export interface RetryEvent extends ResponseEvent {
  delayMs: number;
}

/** For logs, metrics and traces. A hook that throws breaks nothing: what it throws is dropped. */
export interface DocSpaceHooks {
  onRequest?(event: RequestEvent): void;
  onResponse?(event: ResponseEvent): void;
  onRetry?(event: RetryEvent): void;
}

const credentials = /^(?:authorization|x-signature|cookie|proxy-authorization)$/;

/** The headers as a hook may see them. */
function shown(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, credentials.test(name) ? '••••' : value]),
  );
}

/** What events tell of a request. */
interface Sent extends Pick<RequestEvent, 'operationId' | 'url' | 'headers'> {
  attempts: number;
}

/** Calls a hook; the event is made only if someone listens. */
export function emit(
  hooks: DocSpaceHooks,
  name: keyof DocSpaceHooks,
  { operationId, attempts, url, headers }: Sent,
  more?: Omit<ResponseEvent, keyof RequestEvent> & { delayMs?: number },
): void {
  if (!hooks[name]) return;
  try {
    const event = { operationId, attempt: attempts, method: 'GET', url, headers: shown(headers), ...more };
    // As a method: a listener may be an object that needs its `this`.
    (hooks as Record<string, (event: unknown) => void>)[name]?.(event);
  } catch {
    // An observer's failure is not the call's.
  }
}

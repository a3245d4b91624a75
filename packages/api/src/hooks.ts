import type { DocSpaceError } from './error.ts';

/** A request that is about to be sent. */
export interface RequestEvent {
  /** The contract's operationId; `generateJwtToken` for the portal's token exchange. */
  operationId: string | undefined;
  /** 1 for the first request of a call, counted on across retries and a renewal of the token. */
  attempt: number;
  method: 'GET';
  url: string;
  /** Header names in lower case; credentials are `••••`. */
  headers: Record<string, string>;
}

/** The end of a request: a response with a status, or an error without one. */
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

/** For logs, metrics and traces. What a hook throws is ignored. */
export interface DocSpaceHooks {
  onRequest?: ((event: RequestEvent) => void) | undefined;
  onResponse?: ((event: ResponseEvent) => void) | undefined;
  onRetry?: ((event: RetryEvent) => void) | undefined;
}

const credentials = /^(?:authorization|x-signature|cookie|proxy-authorization)$/;

/** The headers without credentials, as a hook may see them. */
function shown(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, credentials.test(name) ? '••••' : value]),
  );
}

/** The parts of a request that become an event. */
interface Sent extends Pick<RequestEvent, 'operationId' | 'url' | 'headers'> {
  attempts: number;
}

/** Calls a hook. The event is only made if there is a listener. */
export function emit(
  hooks: DocSpaceHooks,
  name: keyof DocSpaceHooks,
  { operationId, attempts, url, headers }: Sent,
  more?: Omit<ResponseEvent, keyof RequestEvent> & { delayMs?: number },
): void {
  if (!hooks[name]) return;
  try {
    const event = { operationId, attempt: attempts, method: 'GET', url, headers: shown(headers), ...more };
    // Called as a method: the hooks may be an object that needs its `this`.
    (hooks as Record<string, (event: unknown) => void>)[name]?.(event);
  } catch {
    // A failing observer must not fail the call.
  }
}

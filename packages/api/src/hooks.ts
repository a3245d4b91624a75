import type { DocSpaceError } from './error.ts';
import { observe } from './observe.ts';

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
  /** Requests that the server still allows before it limits the rate, if it says so. Others may use the same key. */
  remaining: number | undefined;
}

/** A request that will be sent again after `delayMs`, or later if the server limits the rate: `onWait` then tells. */
export interface RetryEvent extends ResponseEvent {
  delayMs: number;
}

/** A call that waits because the server limits the rate of requests. */
export interface WaitEvent {
  /** The contract's operationId; `generateJwtToken` for the portal's token exchange. */
  operationId: string | undefined;
  /** How long it will probably wait, in milliseconds. Told again if the wait turns out to be longer. */
  delayMs: number;
  /**
   * - `refused`: the server answered 429 to this call or to another one of this client
   * - `spaced`: the limit is nearly used up, so requests are sent one by one, or at no more than so many a second
   */
  reason: 'refused' | 'spaced';
}

/** Something that does not fail a call but that someone should know. A DocSpace client never writes to the console. */
export interface WarningEvent {
  /**
   * - `api_key_form`: the API key does not begin with `sk-`, so a portal may write it into its log
   * - `list_may_be_incomplete`: the server may hold clients back that no request can reach
   */
  code: 'api_key_form' | 'list_may_be_incomplete';
  /** For people; holds no secret. */
  message: string;
  /** The contract's operationId, if the warning is about one. */
  operationId: string | undefined;
}

/** For logs, metrics and traces. Whatever a hook throws, or the promise that it returns rejects with, is ignored. */
export interface DocSpaceHooks {
  onRequest?: ((event: RequestEvent) => void) | undefined;
  onResponse?: ((event: ResponseEvent) => void) | undefined;
  onRetry?: ((event: RetryEvent) => void) | undefined;
  onWait?: ((event: WaitEvent) => void) | undefined;
  onWarning?: ((event: WarningEvent) => void) | undefined;
}

const credentials = /^(?:authorization|x-signature|cookie|proxy-authorization)$/;

/** The parts of a request that become an event. */
interface Sent extends Pick<RequestEvent, 'operationId' | 'url' | 'headers'> {
  attempts: number;
}

/** The event that each hook gets. */
type EventOf<Name extends keyof DocSpaceHooks> = Parameters<NonNullable<DocSpaceHooks[Name]>>[0];

/** Calls a hook, with an event that is only made if there is a listener. Whatever the hook does, the call goes on. */
export function notify<Name extends keyof DocSpaceHooks>(
  hooks: DocSpaceHooks,
  name: Name,
  makeEvent: () => EventOf<Name>,
): void {
  // Called as a method: the hooks may be an object that needs its `this`.
  observe(() =>
    (hooks as Record<Name, ((event: EventOf<Name>) => unknown) | undefined>)[name]?.(makeEvent()),
  );
}

/**
 * What hooks may see of a request: no credentials, and no secrets that a caller put where none belongs. An API key as an id
 * is in the URL, or in a header of another name.
 */
export function requestEvent(
  { operationId, attempts, url, headers }: Sent,
  redact: (text: string) => string,
): RequestEvent {
  const shown = Object.entries(headers).map(([name, value]) => [
    name,
    credentials.test(name) ? '••••' : redact(value),
  ]);
  return {
    operationId,
    attempt: attempts,
    method: 'GET',
    url: redact(url),
    headers: Object.fromEntries(shown) as RequestEvent['headers'],
  };
}

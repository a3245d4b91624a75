import type { DocSpaceErrorCode } from './error.ts';
import { DocSpaceError } from './error.ts';
import type { Config } from './options.ts';
import type { RequestId } from './protocol/operations.ts';
import { BodyTooLarge } from './transport/body.ts';
import { plainCause } from './transport/cause.ts';
import { UnusableFetch } from './transport/fetch.ts';
import { Aborted, DeadlinePassed } from './transport/deadline.ts';
import { WaitTooLong } from './transport/gate.ts';

/** What a framework puts on an error that it throws to direct the rendering of a page, such as "not at build time". */
function digestOf(thrown: unknown): string | undefined {
  try {
    const { digest } = Object(thrown) as { digest?: unknown };
    return typeof digest === 'string' ? digest : undefined;
  } catch {
    return undefined;
  }
}

/** The DocSpaceError for a request without a response: aborted, out of time, not let through, too large, a network error. */
export function requestFailure(
  thrown: unknown,
  { operationId, attempts }: { operationId: RequestId | undefined; attempts: number },
  config: Config,
  redact: (text: string) => string,
): DocSpaceError {
  const { host, maxBodyBytes } = config;
  const fail = (code: DocSpaceErrorCode, message: string, hint?: string, cause?: unknown): DocSpaceError =>
    new DocSpaceError(message, { code, operationId, attempts, hint, cause });
  if (thrown instanceof Aborted) return fail('aborted', 'The call was aborted.', undefined, thrown.cause);
  if (thrown instanceof DeadlinePassed) {
    const name = thrown.limit === 'attempt' ? 'attemptTimeoutMs' : 'timeoutMs';
    return fail(
      'timeout',
      `${host} did not answer in full within ${name} ${config[name]}.`,
      'Try again later, or raise it.',
    );
  }
  if (thrown instanceof WaitTooLong) {
    const retryAfterMs = Math.ceil(thrown.waitMs);
    return new DocSpaceError(`The rate limit of ${host} allows no request for another ${retryAfterMs} ms.`, {
      code: 'rate_limited',
      operationId,
      attempts,
      retryAfterMs,
      hint: 'Wait for retryAfterMs, send fewer requests at once, or raise timeoutMs or retry.maxServerDelayMs.',
    });
  }
  if (thrown instanceof BodyTooLarge) {
    return fail(
      'unexpected_response',
      `${host} answered with more than ${maxBodyBytes} bytes.`,
      'Ask for smaller pages, or raise maxBodyBytes.',
    );
  }
  if (thrown instanceof UnusableFetch) {
    return fail(
      'invalid_input',
      thrown.message,
      'Give the option fetch a function that resolves to a Response, or to an object with status, headers and body.',
    );
  }
  const cause = plainCause(thrown, redact);
  const digest = digestOf(thrown);
  if (digest) {
    return new DocSpaceError(`The framework ended the call: ${cause.message}`, {
      code: 'aborted',
      operationId,
      attempts,
      digest,
      cause,
    });
  }
  return fail(
    'network',
    `No response from ${host}: ${cause.message}.`,
    'Check baseUrl, the network and any proxy.',
    cause,
  );
}

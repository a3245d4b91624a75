import type { DocSpaceErrorCode, DocSpaceErrorDetails } from './error.ts';
import { DocSpaceError } from './error.ts';
import { rateLimitHint } from './protocol/hints.ts';
import type { RequestId } from './protocol/operations.ts';
import type { Server } from './server.ts';
import { BodyTooLarge } from './transport/body.ts';
import { plainCause, textOf } from './transport/cause.ts';
import { UnusableFetch } from './transport/fetch.ts';
import { Aborted, DeadlinePassed } from './transport/deadline.ts';
import { WaitTooLong } from './transport/gate.ts';

/** The DocSpaceError for a request without a response: aborted, out of time, not let through, too large, a network error. */
export function requestFailure(
  thrown: unknown,
  { operationId, attempts }: { operationId: RequestId | undefined; attempts: number },
  server: Server,
): DocSpaceError {
  const { host } = server;
  const fail = (
    code: DocSpaceErrorCode,
    message: string,
    hint?: string,
    more?: Partial<DocSpaceErrorDetails>,
  ): DocSpaceError => new DocSpaceError(message, { code, operationId, attempts, hint, ...more });
  if (thrown instanceof Aborted) {
    return fail('aborted', 'The call was aborted.', undefined, { cause: thrown.cause });
  }
  if (thrown instanceof DeadlinePassed) {
    const name = thrown.limit === 'attempt' ? 'attemptTimeoutMs' : 'timeoutMs';
    return fail(
      'timeout',
      `${host} did not answer in full within ${name} ${server[name]}.`,
      'Try again later, or raise it.',
    );
  }
  if (thrown instanceof WaitTooLong) {
    const retryAfterMs = Math.ceil(thrown.waitMs);
    return fail(
      'rate_limited',
      `The rate limit of ${host} allows no request for another ${retryAfterMs} ms.`,
      rateLimitHint,
      { retryAfterMs },
    );
  }
  if (thrown instanceof BodyTooLarge) {
    return fail(
      'unexpected_response',
      `${host} answered with more than ${server.maxBodyBytes} bytes.`,
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
  const cause = plainCause(thrown, server.redact);
  // A framework puts this on an error that it throws to direct the rendering of a page, such as "not at build time".
  const digest = textOf(thrown, 'digest');
  return digest
    ? fail('aborted', `The framework ended the call: ${cause.message}`, undefined, { digest, cause })
    : fail(
        'network',
        `No response from ${host}: ${cause.message}.`,
        'Check baseUrl, the network and any proxy.',
        { cause },
      );
}

import { BodyTooLarge } from './body.ts';
import type { Deadline } from './deadline.ts';
import { DocSpaceError, isDocSpaceError } from '../error.ts';
import type { Config } from '../options.ts';
import type { Redactor } from './redact.ts';

/** A plain copy of what fetch threw: its name, its text, the system's code. Anything more might hold a request's headers. */
function plainCause(error: unknown, redactor: Redactor): Error {
  let inner = error;
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause;
  const { name, message, code } = Object(inner) as { name?: unknown; message?: unknown; code?: unknown };
  const cause = new Error(
    redactor.redact(
      [message, code].find((text): text is string => typeof text === 'string' && text !== '') ??
        'fetch failed',
    ),
  );
  if (typeof name === 'string') cause.name = name;
  return typeof code === 'string' ? Object.assign(cause, { code }) : cause;
}

/** What a throw on the way to an answer means: the caller's abort, a deadline, a body too large, or the network. */
export function failureOf(
  thrown: unknown,
  call: {
    signal: AbortSignal | undefined;
    total: Deadline;
    operationId: string | undefined;
    attempts: number;
  },
  config: Config,
  redactor: Redactor,
): DocSpaceError {
  if (isDocSpaceError(thrown)) return thrown;
  const { operationId, attempts } = call;
  const { host } = config;
  if (call.signal?.aborted) return aborted(call.signal, operationId, attempts);
  if (thrown instanceof DOMException && thrown.name === 'TimeoutError') {
    const limit =
      call.total.remaining() <= 0
        ? `timeoutMs ${config.timeoutMs}`
        : `attemptTimeoutMs ${config.attemptTimeoutMs}`;
    return new DocSpaceError(`${host} did not answer in full within the deadline (${limit}).`, {
      code: 'timeout',
      operationId,
      attempts,
      hint: 'Try again later, or raise the limit.',
    });
  }
  if (thrown instanceof BodyTooLarge) {
    return new DocSpaceError(`${host} answered with more than ${config.maxBodyBytes} bytes.`, {
      code: 'unexpected_response',
      operationId,
      attempts,
      hint: 'Ask for smaller pages, or raise maxBodyBytes.',
    });
  }
  const cause = plainCause(thrown, redactor);
  return new DocSpaceError(`No answer from ${host}: ${cause.message}.`, {
    code: 'network',
    operationId,
    attempts,
    hint: 'Check baseUrl, the network and any proxy in between.',
    cause,
  });
}

/** The caller's own signal ended the call; its reason is the cause. */
export function aborted(
  signal: AbortSignal | undefined,
  operationId: string | undefined,
  attempts: number,
): DocSpaceError {
  return new DocSpaceError('The call was aborted.', {
    code: 'aborted',
    operationId,
    attempts,
    cause: signal?.reason,
  });
}

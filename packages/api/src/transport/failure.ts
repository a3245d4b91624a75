import { BodyTooLarge } from './body.ts';
import type { DocSpaceErrorCode } from '../error.ts';
import { DocSpaceError, isDocSpaceError } from '../error.ts';
import type { Config } from '../options.ts';
import type { Redactor } from './redact.ts';
import type { Deadline } from './deadline.ts';

/** A plain copy of what fetch threw: its name, its text, the system's code. Anything more might hold a request's headers. */
function plainCause(error: unknown, { redact }: Redactor): Error {
  let inner = error;
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause;
  const { name, message, code } = Object(inner) as { name?: unknown; message?: unknown; code?: unknown };
  const text = [message, code].find((said) => said && typeof said === 'string') ?? 'fetch failed';
  const cause = new Error(redact(text as string));
  if (typeof name === 'string') cause.name = name;
  return typeof code === 'string' ? Object.assign(cause, { code }) : cause;
}

/** The call that failed. */
interface Failed {
  operationId: string | undefined;
  signal: AbortSignal | undefined;
  total: Deadline;
  attempts: number;
}

/** What a throw on the way to an answer means: the caller's abort, a deadline, a body too large, or the network. */
export function failureOf(
  thrown: unknown,
  { signal, total, operationId, attempts }: Failed,
  { host, redactor, timeoutMs, attemptTimeoutMs, maxBodyBytes }: Config,
): DocSpaceError {
  if (isDocSpaceError(thrown)) return thrown;
  const fail = (code: DocSpaceErrorCode, message: string, hint?: string, cause?: unknown): DocSpaceError =>
    new DocSpaceError(message, { code, operationId, attempts, hint, cause });
  if (signal?.aborted) return fail('aborted', 'The call was aborted.', undefined, signal.reason);
  if (thrown instanceof DOMException && thrown.name === 'TimeoutError') {
    const limit = total.remaining() > 0 ? `attemptTimeoutMs ${attemptTimeoutMs}` : `timeoutMs ${timeoutMs}`;
    return fail(
      'timeout',
      `${host} did not answer in full within ${limit}.`,
      'Try again later, or raise it.',
    );
  }
  if (thrown instanceof BodyTooLarge) {
    return fail(
      'unexpected_response',
      `${host} answered with more than ${maxBodyBytes} bytes.`,
      'Ask for smaller pages, or raise maxBodyBytes.',
    );
  }
  const cause = plainCause(thrown, redactor);
  return fail(
    'network',
    `No answer from ${host}: ${cause.message}.`,
    'Check baseUrl, the network and any proxy.',
    cause,
  );
}

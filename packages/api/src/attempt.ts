import type { DocSpaceError } from './error.ts';
import { requestFailure } from './failure.ts';
import { emit } from './hooks.ts';
import type { Config } from './options.ts';
import type { RequestId } from './protocol/operations.ts';
import { rateBudgetOf } from './protocol/rate-limit.ts';
import type { Deadline } from './transport/deadline.ts';
import type { HttpReply } from './transport/get.ts';
import { get } from './transport/get.ts';
import type { Pace } from './transport/pace.ts';

/** The request of a call, as its next attempt sends it. */
export interface Outgoing {
  operationId: RequestId | undefined;
  url: string;
  /** Names in lower case; the credential is among them. */
  headers: Record<string, string>;
  /** The deadline of the whole call. */
  total: Deadline;
  /** The rate budget that the request counts against, if any. */
  pace: Pace | undefined;
  /** Requests sent so far in this call. */
  attempts: number;
}

/** The outcome of one attempt: a response of any status, or an error. */
export interface Outcome {
  reply: HttpReply | undefined;
  error: DocSpaceError | undefined;
  status: number | undefined;
  durationMs: number;
}

/** Sends the request once, tells the hooks about it, and learns the rate budget from the response. */
export async function sendOnce(
  outgoing: Outgoing,
  config: Config,
  redact: (text: string) => string,
): Promise<Outcome> {
  const { url, headers, total, pace } = outgoing;
  const { fetch, hooks, attemptTimeoutMs, maxBodyBytes } = config;
  outgoing.attempts++;
  emit(hooks, 'onRequest', outgoing, {});
  pace?.start();
  const startedAt = performance.now();
  let reply: HttpReply | undefined;
  let error: DocSpaceError | undefined;
  try {
    // The time limit of an attempt includes reading the body.
    reply = await total.within((signal) => get(fetch, url, headers, signal, maxBodyBytes), attemptTimeoutMs);
  } catch (thrown) {
    error = requestFailure(thrown, outgoing, config, redact);
  }
  pace?.end(reply && rateBudgetOf(reply.headers));
  const ended = { status: reply?.status, error, durationMs: performance.now() - startedAt };
  emit(hooks, 'onResponse', outgoing, ended);
  return { reply, ...ended };
}

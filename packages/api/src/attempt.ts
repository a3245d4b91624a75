import type { DocSpaceError } from './error.ts';
import { requestFailure } from './failure.ts';
import { emit, notify } from './hooks.ts';
import type { Config } from './options.ts';
import type { RequestId } from './protocol/operations.ts';
import { rateNewsOf } from './protocol/rate-limit.ts';
import type { Deadline } from './transport/deadline.ts';
import { DeadlinePassed } from './transport/deadline.ts';
import type { Gate } from './transport/gate.ts';
import { WaitTooLong } from './transport/gate.ts';
import type { HttpReply } from './transport/get.ts';
import { get } from './transport/get.ts';
import type { RateNews, Sent } from './transport/rate-budget.ts';

/** The request of a call, as its next attempt sends it. */
export interface Outgoing {
  operationId: RequestId | undefined;
  url: string;
  /** Names in lower case; the credential is among them. */
  headers: Record<string, string>;
  /** The deadline of the whole call. */
  total: Deadline;
  /** The rate limit that the request counts against. */
  gate: Gate;
  /** The place of the call at the gate. */
  place: number;
  /** Requests sent so far in this call. */
  attempts: number;
}

/** The outcome of one attempt: a response of any status, or an error. */
export interface Outcome {
  reply: HttpReply | undefined;
  error: DocSpaceError | undefined;
  status: number | undefined;
  durationMs: number;
  remaining: number | undefined;
  /** What the response says about the rate limit. */
  news: RateNews | undefined;
}

/** Waits until the rate limit lets the next request through. Rejects with WaitTooLong if the call's time does not suffice. */
export async function waitForTurn(
  { gate, place, total, operationId }: Outgoing,
  config: Config,
): Promise<Sent> {
  const onWait = (delayMs: number, reason: 'refused' | 'spaced'): void =>
    notify(config.hooks, 'onWait', { operationId, delayMs, reason });
  try {
    return await total.within((signal) => gate.enter({ place, endsAt: total.endsAt, onWait }, signal));
  } catch (thrown) {
    const isLimit = thrown instanceof DeadlinePassed && gate.isLimited();
    throw isLimit ? new WaitTooLong(gate.waitMs(place)) : thrown;
  }
}

/** Sends the request once, and tells the hooks and the gate about it. */
export async function sendOnce(
  outgoing: Outgoing,
  sent: Sent,
  config: Config,
  redact: (text: string) => string,
): Promise<Outcome> {
  const { url, headers, total, gate } = outgoing;
  const { fetch, hooks, attemptTimeoutMs, maxBodyBytes } = config;
  outgoing.attempts++;
  emit(hooks, 'onRequest', outgoing, {});
  const startedAt = performance.now();
  let reply: HttpReply | undefined;
  let error: DocSpaceError | undefined;
  try {
    // The time limit of an attempt includes reading the body.
    reply = await total.within((signal) => get(fetch, url, headers, signal, maxBodyBytes), attemptTimeoutMs);
  } catch (thrown) {
    error = requestFailure(thrown, outgoing, config, redact);
  }
  const news = reply && rateNewsOf(reply.status, reply.headers, Date.now());
  gate.leave(sent, news);
  const remaining = news && news.remaining < Infinity ? news.remaining : undefined;
  const ended = { status: reply?.status, error, durationMs: performance.now() - startedAt, remaining };
  emit(hooks, 'onResponse', outgoing, ended);
  return { reply, news, ...ended };
}

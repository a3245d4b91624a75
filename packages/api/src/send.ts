import type { DocSpaceError } from './error.ts';
import { requestFailure } from './failure.ts';
import type { DocSpaceHooks, RequestEvent } from './hooks.ts';
import { notify, requestEvent } from './hooks.ts';
import type { Credential } from './protocol/credential.ts';
import type { Dialect } from './protocol/dialect.ts';
import type { RequestId } from './protocol/operations.ts';
import { mayPass, rateNewsOf, serverDelayMs } from './protocol/rate-limit.ts';
import type { Reply } from './reply.ts';
import type { Server } from './server.ts';
import type { Deadline } from './transport/deadline.ts';
import { DeadlinePassed } from './transport/deadline.ts';
import type { Gate, WaitReason } from './transport/gate.ts';
import { WaitTooLong } from './transport/gate.ts';
import type { HttpReply } from './transport/get.ts';
import { get } from './transport/get.ts';
import type { Sent } from './transport/rate-budget.ts';
import { retryDelayMs } from './transport/retry.ts';

/** The request of a call, as its next attempt sends it. */
export interface Outgoing {
  readonly operationId: RequestId | undefined;
  /** Undefined if the request does not depend on it and nobody has asked yet. */
  dialect: Dialect | undefined;
  url: string;
  /** Names in lower case; the credential is among them. */
  headers: Record<string, string>;
  /** Requests sent so far in this call. */
  attempts: number;
  /** The deadline of the whole call. */
  readonly total: Deadline;
  /** The rate limit that the request counts against. */
  readonly gate: Gate;
}

/** Waits until the rate limit lets the next request through. Rejects with WaitTooLong if the call's time does not suffice. */
async function waitForTurn(
  { operationId, attempts, total, gate }: Outgoing,
  hooks: DocSpaceHooks,
): Promise<Sent> {
  const onWait = (delayMs: number, reason: WaitReason): void =>
    notify(hooks, 'onWait', () => ({ operationId, delayMs, reason }));
  try {
    return await total.within((signal) =>
      gate.enter({ isBack: attempts > 0, endsAt: total.endsAt, onWait }, signal),
    );
  } catch (thrown) {
    const waitMs = thrown instanceof DeadlinePassed ? gate.waitMs() : undefined;
    throw waitMs === undefined ? thrown : new WaitTooLong(waitMs);
  }
}

/** Sends a request until its response is final. */
export async function sendUntilFinal(
  outgoing: Outgoing,
  ownHeaders: Record<string, string> | undefined,
  credential: Credential,
  server: Server,
): Promise<Reply> {
  const { total, gate, url } = outgoing;
  const { fetch, hooks, attemptTimeoutMs, maxBodyBytes } = server;
  const failures: (number | undefined)[] = [];
  const event = (): RequestEvent => requestEvent(outgoing, server.redact);
  let waitedMs = 0;
  for (;;) {
    // Before the turn, so that a key that is refused is not held back, and again after a wait: a token does not last long.
    let secret = await credential.headers();
    let sent = gate.tryEnter();
    if (!sent) {
      const from = performance.now();
      sent = await waitForTurn(outgoing, hooks);
      waitedMs += performance.now() - from;
      try {
        secret = await credential.headers();
      } catch (thrown) {
        gate.leave(sent, undefined, performance.now());
        throw thrown;
      }
    }
    const headers = { accept: 'application/json, */*;q=0.1', ...ownHeaders, ...secret };
    outgoing.headers = headers;
    outgoing.attempts++;
    notify(hooks, 'onRequest', event);
    let reply: HttpReply | undefined;
    let error: DocSpaceError | undefined;
    try {
      // The time limit of an attempt includes reading the body.
      reply = await total.within(
        (signal) => get(fetch, url, headers, signal, maxBodyBytes),
        attemptTimeoutMs,
      );
    } catch (thrown) {
      // A call whose time was spent on waiting for the rate limit has failed for that, and not for a slow response.
      const isLate = total.remaining() <= 0 && waitedMs > performance.now() - sent.at;
      const failure =
        isLate && thrown instanceof DeadlinePassed ? new WaitTooLong(gate.waitMs() ?? 0) : thrown;
      error = requestFailure(failure, outgoing, server);
    }
    const status = reply?.status;
    const news = reply && rateNewsOf(reply.status, reply.headers, Date.now());
    const now = performance.now();
    gate.leave(sent, news, now);
    const remaining = news && news.remaining < Infinity ? news.remaining : undefined;
    const ended = { status, error, durationMs: now - sent.at, remaining };
    notify(hooks, 'onResponse', () => ({ ...event(), ...ended }));
    if (reply && credential.renewAfter(reply)) continue;

    let retryAfterMs: number | undefined;
    let delayMs: number | undefined;
    if (news?.refusal) {
      // A refusal is no failed attempt: only the time that is left counts, and the gate holds the next attempt back.
      const { waitMs, spreadMs = 0 } = news.refusal;
      retryAfterMs = Math.ceil(Math.max(waitMs, spreadMs, gate.waitMs() ?? 0));
      if (gate.fits(total.endsAt)) delayMs = waitMs;
    } else if (mayPass(error?.code ?? status, failures)) {
      failures.push(status);
      retryAfterMs = reply && serverDelayMs(reply.headers, Date.now());
      delayMs = retryDelayMs(failures.length, retryAfterMs, server.retry, total.remaining());
    }
    if (delayMs === undefined) {
      if (!reply) throw error;
      return { ...reply, dialect: outgoing.dialect, attempts: outgoing.attempts, retryAfterMs };
    }
    const again = { ...ended, delayMs };
    notify(hooks, 'onRetry', () => ({ ...event(), ...again }));
    if (!news?.refusal) await total.sleep(delayMs);
  }
}

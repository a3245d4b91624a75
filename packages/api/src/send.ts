import { waitForTurn, sendOnce } from './attempt.ts';
import type { Outcome, Outgoing } from './attempt.ts';
import type { DocSpaceError } from './error.ts';
import { emit } from './hooks.ts';
import type { Config } from './options.ts';
import type { Credential } from './protocol/credential.ts';
import { retriesAfter, serverDelayMs, surelyAfterMs } from './protocol/rate-limit.ts';
import type { Reply } from './reply.ts';
import { sleep } from './transport/deadline.ts';
import type { Refusal } from './transport/rate-budget.ts';
import type { Decision } from './transport/retry.ts';
import { decideRetry, retry } from './transport/retry.ts';

/** Whether a failure without a response may pass. */
function isPassing(error: DocSpaceError | undefined): boolean {
  return error?.code === 'network' || error?.code === 'timeout';
}

/** Sends a request until its response is final. */
export async function sendUntilFinal(
  outgoing: Outgoing,
  headers: Record<string, string> | undefined,
  credential: Credential,
  signal: AbortSignal | undefined,
  config: Config,
  redact: (text: string) => string,
): Promise<Omit<Reply, 'dialect'>> {
  const { gate, place, total } = outgoing;
  const failedStatuses: (number | undefined)[] = [];
  let retryAfterMs: number | undefined;

  async function attempt(): Promise<Outcome> {
    // Before the turn, so that a key that is refused is not held back, and again after a wait: a token does not last long.
    let secret = await credential.headers();
    let sent = gate.tryEnter();
    if (!sent) {
      sent = await waitForTurn(outgoing, config);
      try {
        secret = await credential.headers();
      } catch (thrown) {
        gate.leave(sent, undefined);
        throw thrown;
      }
    }
    outgoing.headers = { accept: 'application/json, */*;q=0.1', ...headers, ...secret };
    return sendOnce(outgoing, sent, config, redact);
  }

  /** A refusal is no failed attempt: only the time that is left counts, and the gate holds the next attempt back. */
  function decideRefused(refusal: Refusal): Decision {
    const waitMs = gate.waitMs(place);
    retryAfterMs = Math.ceil(Math.max(waitMs, surelyAfterMs(refusal)));
    const fits = refusal.waitMs <= config.retry.maxServerDelayMs && gate.fits(place, total.endsAt);
    return fits ? { waitMs: 0 } : 'final';
  }

  function decide({ reply, news, ...ended }: Outcome): Decision {
    if (reply && credential.renewAfter(reply)) return { waitMs: 0 };
    let decision: Decision;
    if (news?.refusal) decision = decideRefused(news.refusal);
    else {
      const { status, error } = ended;
      const retries = reply ? retriesAfter(reply.status) : isPassing(error) ? Infinity : 0;
      const retryable = failedStatuses.filter((failed) => failed === status).length < retries;
      failedStatuses.push(status);
      retryAfterMs = reply && retries > 0 ? serverDelayMs(reply.headers, Date.now()) : undefined;
      const failure = { retryable, serverDelayMs: retryAfterMs };
      decision = decideRetry(failure, failedStatuses.length, config.retry, total.remaining());
    }
    if (decision !== 'final') {
      const delayMs = news?.refusal ? gate.waitMs(place) : decision.waitMs;
      emit(config.hooks, 'onRetry', outgoing, { ...ended, delayMs });
    }
    return decision;
  }

  const { reply, error } = await retry(attempt, decide, (ms) => sleep(ms, signal));
  if (!reply) throw error;
  return { ...reply, attempts: outgoing.attempts, retryAfterMs };
}

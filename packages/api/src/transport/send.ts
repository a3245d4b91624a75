import { readBody } from './body.ts';
import type { Deadline } from './deadline.ts';
import { sleep } from './deadline.ts';
import type { DocSpaceError } from '../error.ts';
import { failureOf } from './failure.ts';
import { emit } from '../hooks.ts';
import type { Config } from '../options.ts';
import type { Pace } from './pace.ts';
import { backoffMs, isRetryable, serverDelayMs } from './retry.ts';

/** A GET that is under way. */
export interface Outgoing {
  operationId: string | undefined;
  url: string;
  /** Names in lower case; the credential is among them. */
  headers: Record<string, string>;
  /** The caller's own. */
  signal: AbortSignal | undefined;
  total: Deadline;
  /** The rate budget that it counts against, if any. */
  pace: Pace | undefined;
  /** Requests sent so far. */
  attempts: number;
}

/** An answer whose body has come, and how it came about. */
export interface Answer {
  /** Its body is read: it is `text`. */
  response: Response;
  text: string;
  attempts: number;
  /** What the server asked to wait. */
  retryAfterMs: number | undefined;
}

/** Workers refuse this option and have no cookies; a browser would send a stale cookie, which beats a fresh header. */
function withoutCookies(): RequestInit {
  // Not at import: the first touch of Request makes Node load the whole of its fetch.
  return 'credentials' in Request.prototype ? { credentials: 'omit' } : {};
}

/** Sends a GET until an answer is final: a fresh request each time, within one total deadline. */
export async function send(outgoing: Outgoing, config: Config): Promise<Answer> {
  const { url, headers, signal: caller, total, pace } = outgoing;
  const { hooks, retry, attemptTimeoutMs, maxBodyBytes } = config;
  for (let attempts = 1; ; attempts++) {
    outgoing.attempts = attempts;
    emit(hooks, 'onRequest', outgoing);
    pace?.start();
    const startedAt = performance.now();
    let answer: Pick<Answer, 'response' | 'text'> | undefined;
    let error: DocSpaceError | undefined;
    try {
      // The attempt's deadline covers the reading of its body.
      answer = await total.within(async (signal) => {
        const init = { ...withoutCookies(), headers, signal, redirect: 'manual' } as const;
        const response = await config.fetch(url, init);
        return { response, text: await readBody(response, maxBodyBytes) };
      }, attemptTimeoutMs);
    } catch (thrown) {
      error = failureOf(thrown, outgoing, config);
    }
    const response = answer?.response;
    pace?.end(response?.headers);
    const ended = { status: response?.status, error, durationMs: performance.now() - startedAt };
    emit(hooks, 'onResponse', outgoing, ended);

    const retryAfterMs = response && serverDelayMs(response.status, response.headers, Date.now());
    const delayMs = retryAfterMs ?? backoffMs(attempts, retry);
    const again =
      attempts < retry.attempts &&
      (response ? isRetryable(response.status) : error?.code === 'network' || error?.code === 'timeout') &&
      (retryAfterMs ?? 0) <= retry.maxServerDelayMs &&
      delayMs < total.remaining();
    if (!again) {
      if (!answer) throw error;
      return { ...answer, attempts, retryAfterMs };
    }
    emit(hooks, 'onRetry', outgoing, { ...ended, delayMs });
    await sleep(delayMs, caller);
  }
}

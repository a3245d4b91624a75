import { attempt } from './attempt.ts';
import type { Deadline } from './deadline.ts';
import { sleep } from './deadline.ts';
import type { DocSpaceError } from '../error.ts';
import { failureOf } from './failure.ts';
import type { RequestEvent, ResponseEvent } from '../hooks.ts';
import { emit, shownHeaders } from '../hooks.ts';
import type { Config } from '../options.ts';
import type { Pace } from './pace.ts';
import type { Redactor } from './redact.ts';
import { backoffMs, isRetryable, serverDelayMs } from './retry.ts';

/** What an answer's history is, which a Response cannot say. */
export interface Exchange {
  operationId: string | undefined;
  attempts: number;
  retryAfterMs: number | undefined;
}

const exchanges = new WeakMap<Response, Exchange>();

/** How an answer came about. */
export function exchangeOf(response: Response): Exchange {
  return exchanges.get(response) ?? { operationId: undefined, attempts: 1, retryAfterMs: undefined };
}

/** A GET that is ready to go. */
export interface Outgoing {
  url: string;
  headers: Headers;
  operationId: string | undefined;
  /** The caller's own. */
  signal: AbortSignal | undefined;
  total: Deadline;
  /** The rate budget that it counts against, if any. */
  pace: Pace | undefined;
}

/** Sends a GET until an answer is final: a fresh request each time, within one total deadline. */
export async function send(outgoing: Outgoing, config: Config, redactor: Redactor): Promise<Response> {
  const { url, headers, operationId, total, pace } = outgoing;
  const { hooks, retry } = config;
  for (let attempts = 1; ; attempts++) {
    const request = (): RequestEvent => ({
      operationId,
      attempt: attempts,
      method: 'GET',
      url,
      headers: shownHeaders(headers),
    });
    emit(hooks, 'onRequest', request);
    pace?.start();
    const startedAt = performance.now();
    let response: Response | undefined;
    let error: DocSpaceError | undefined;
    try {
      response = await attempt(url, headers, total, config);
    } catch (thrown) {
      error = failureOf(thrown, { ...outgoing, attempts }, config, redactor);
    }
    pace?.end(response?.headers);
    const durationMs = performance.now() - startedAt;
    const ended = (): ResponseEvent => ({ ...request(), status: response?.status, error, durationMs });
    emit(hooks, 'onResponse', ended);

    const told = response && serverDelayMs(response.status, response.headers, Date.now());
    const delayMs = told ?? backoffMs(attempts, retry);
    const again =
      attempts < retry.attempts &&
      (response ? isRetryable(response.status) : error?.code === 'network' || error?.code === 'timeout') &&
      (told ?? 0) <= retry.maxServerDelayMs &&
      delayMs < total.remaining();
    if (!again) {
      if (!response) throw error;
      exchanges.set(response, { operationId, attempts, retryAfterMs: told });
      return response;
    }
    emit(hooks, 'onRetry', () => ({ ...ended(), delayMs }));
    try {
      await total.within((signal) => sleep(delayMs, signal));
    } catch (thrown) {
      throw failureOf(thrown, { ...outgoing, attempts }, config, redactor);
    }
  }
}

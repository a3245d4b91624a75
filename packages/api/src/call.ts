import type { Outcome, Outgoing } from './attempt.ts';
import { sendOnce } from './attempt.ts';
import { copyOf, DocSpaceError, isDocSpaceError } from './error.ts';
import { requestFailure } from './failure.ts';
import { emit } from './hooks.ts';
import type { Config } from './options.ts';
import type { Credential } from './protocol/credential.ts';
import { credentialOf, isAnonymous } from './protocol/credential.ts';
import type { Dialect, RequestId } from './protocol/operations.ts';
import { isRetryable, serverDelayMs } from './protocol/rate-limit.ts';
import type { Token } from './protocol/token.ts';
import type { Reply } from './reply.ts';
import { Deadline, sleep } from './transport/deadline.ts';
import { createPace } from './transport/pace.ts';
import type { Decision } from './transport/retry.ts';
import { decideRetry, retry } from './transport/retry.ts';
import type { Shared } from './transport/shared.ts';

/** What a call asks for. */
export interface CallRequest {
  /** Undefined if the path belongs to no operation. */
  operationId: RequestId | undefined;
  /** Path and query beneath the base URL, or a function that gives them for the dialect that the server speaks. */
  target: string | ((dialect: Dialect) => string);
  headers?: Record<string, string> | undefined;
  signal?: AbortSignal | undefined;
}

/** Sends one GET with the credential that its operation needs, and resolves to the response, whatever its status. */
export type Call = (request: CallRequest) => Promise<Reply>;

/** Waits for a value that several calls share. Each call gets an error object of its own. */
export async function waitFor<T>(shared: Shared<T>, total: Deadline): Promise<T> {
  try {
    return shared.current() ?? (await total.within(shared.get));
  } catch (thrown) {
    throw isDocSpaceError(thrown) ? copyOf(thrown) : thrown;
  }
}

/** Waits until the rate limit allows the call; fails at once if that takes too long. */
async function waitForPace(
  ms: number,
  operationId: RequestId | undefined,
  signal: AbortSignal | undefined,
  { host, retry: { maxServerDelayMs } }: Config,
): Promise<void> {
  if (ms > maxServerDelayMs) {
    throw new DocSpaceError(`The rate limit of ${host} is used up for another ${Math.ceil(ms / 1000)} s.`, {
      code: 'rate_limited',
      operationId,
      retryAfterMs: ms,
      hint: 'Wait for retryAfterMs, or raise retry.maxServerDelayMs.',
    });
  }
  if (ms > 0) await sleep(ms, signal);
}

/** Sends a request until its response is final. */
async function sendUntilFinal(
  outgoing: Outgoing,
  headers: Record<string, string> | undefined,
  credential: Credential,
  signal: AbortSignal | undefined,
  config: Config,
  redact: (text: string) => string,
): Promise<Omit<Reply, 'dialect'>> {
  let failures = 0;
  let retryAfterMs: number | undefined;

  async function attempt(): Promise<Outcome> {
    outgoing.headers = {
      accept: 'application/json, */*;q=0.1',
      ...headers,
      ...(await credential.headers()),
    };
    return sendOnce(outgoing, config, redact);
  }

  function decide({ reply, ...ended }: Outcome): Decision {
    retryAfterMs = reply && serverDelayMs(reply.status, reply.headers, Date.now());
    if (reply && credential.renewAfter(reply)) return { waitMs: 0 };
    const retryable = reply
      ? isRetryable(reply.status)
      : ended.error?.code === 'network' || ended.error?.code === 'timeout';
    const failure = { retryable, serverDelayMs: retryAfterMs };
    const decision = decideRetry(failure, ++failures, config.retry, outgoing.total.remaining());
    if (decision !== 'final') {
      emit(config.hooks, 'onRetry', outgoing, { ...ended, delayMs: decision.waitMs });
    }
    return decision;
  }

  const { reply, error } = await retry(attempt, decide, (ms) => sleep(ms, signal));
  if (!reply) throw error;
  return { ...reply, attempts: outgoing.attempts, retryAfterMs };
}

export function createCall(
  config: Config,
  redact: (text: string) => string,
  dialect: Shared<Dialect>,
  tokens: Shared<Token>,
): Call {
  const { apiKey, baseUrl, timeoutMs } = config;
  const userPace = createPace();

  return async ({ operationId, target, headers, signal }) => {
    const isExchange = operationId === 'generateJwtToken';
    const isSigned = Boolean(apiKey) && !isAnonymous(operationId);
    // The rate limit counts the signed calls of a user. The token exchange does not count.
    const pace = isSigned && !isExchange ? userPace : undefined;
    const paceMs = pace?.book() ?? 0;
    // This wait is our own decision: the caller's time limit starts after it.
    const total = new Deadline(timeoutMs + paceMs, signal);
    const outgoing: Outgoing = { operationId, url: '', headers: {}, total, pace, attempts: 0 };
    try {
      await waitForPace(paceMs, operationId, signal, config);
      let spoken: Dialect | undefined;
      if (typeof target === 'function') {
        spoken = await waitFor(dialect, total);
        outgoing.url = baseUrl + target(spoken);
      } else {
        outgoing.url = baseUrl + target;
        if (isExchange) spoken = 'portal';
        else spoken = isSigned ? await waitFor(dialect, total) : dialect.current();
      }
      const credential = credentialOf(operationId, spoken, apiKey, {
        current: tokens.current,
        get: () => waitFor(tokens, total),
        drop: () => tokens.set(undefined),
      });
      const reply = await sendUntilFinal(outgoing, headers, credential, signal, config, redact);
      return { ...reply, dialect: spoken };
    } catch (thrown) {
      throw isDocSpaceError(thrown) ? thrown : requestFailure(thrown, outgoing, config, redact);
    }
  };
}

/** How often and how fast a failed attempt is repeated. */
export interface RetryPolicy {
  /** Attempts in all, the first included. */
  readonly attempts: number;
  readonly minDelayMs: number;
  readonly maxDelayMs: number;
  /** The longest wait that a server may ask for. */
  readonly maxServerDelayMs: number;
}

/**
 * How long to wait after a failed attempt, in milliseconds; undefined if there is no further one. The server's own delay
 * counts, otherwise the backoff. No wait passes the deadline.
 */
export function retryDelayMs(
  failedAttempts: number,
  serverDelayMs: number | undefined,
  policy: RetryPolicy,
  remainingMs: number,
): number | undefined {
  const delayMs = serverDelayMs ?? backoffMs(failedAttempts, policy);
  const again =
    failedAttempts < policy.attempts &&
    (serverDelayMs ?? 0) <= policy.maxServerDelayMs &&
    delayMs < remainingMs;
  return again ? delayMs : undefined;
}

/** Full jitter: anything from 0 to a bound that doubles with each failure, so that callers do not all come back together. */
export function backoffMs(failedAttempts: number, policy: RetryPolicy): number {
  return Math.random() * Math.min(policy.maxDelayMs, policy.minDelayMs * 2 ** (failedAttempts - 1));
}

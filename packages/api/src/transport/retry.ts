/** What to do with the outcome of an attempt: keep it, or try again after so many milliseconds. */
export type Decision = 'final' | { readonly waitMs: number };

/**
 * Repeats an attempt until its outcome is final, and resolves to that. A failure that may be retried is an outcome like any
 * other; an attempt that throws ends the loop.
 */
export async function retry<Outcome>(
  attempt: () => Promise<Outcome>,
  decide: (outcome: Outcome) => Decision,
  wait: (ms: number) => Promise<void>,
): Promise<Outcome> {
  for (;;) {
    const outcome = await attempt();
    const decision = decide(outcome);
    if (decision === 'final') return outcome;
    if (decision.waitMs > 0) await wait(decision.waitMs);
  }
}

/** How often and how fast a failed attempt is repeated. */
export interface RetryPolicy {
  /** Attempts in all, the first included. */
  readonly attempts: number;
  readonly minDelayMs: number;
  readonly maxDelayMs: number;
  /** The longest wait that a server may ask for. */
  readonly maxServerDelayMs: number;
}

/** What a failed attempt means for the next one. */
export interface Failure {
  readonly retryable: boolean;
  /** How long the server asks to wait, if it says so. */
  readonly serverDelayMs?: number | undefined;
}

/** Decides about a failed attempt: the server's own delay counts, otherwise the backoff. No wait passes the deadline. */
export function decideRetry(
  { retryable, serverDelayMs }: Failure,
  failedAttempts: number,
  policy: RetryPolicy,
  remainingMs: number,
): Decision {
  const waitMs = serverDelayMs ?? backoffMs(failedAttempts, policy);
  const again =
    retryable &&
    failedAttempts < policy.attempts &&
    (serverDelayMs ?? 0) <= policy.maxServerDelayMs &&
    waitMs < remainingMs;
  return again ? { waitMs } : 'final';
}

/** Full jitter: anything from 0 to a bound that doubles with each failure, so that callers do not all come back together. */
export function backoffMs(failedAttempts: number, policy: RetryPolicy): number {
  return Math.random() * Math.min(policy.maxDelayMs, policy.minDelayMs * 2 ** (failedAttempts - 1));
}

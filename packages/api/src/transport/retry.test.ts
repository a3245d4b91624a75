import { describe, expect, test } from 'vitest';
import type { Decision } from './retry.ts';
import { backoffMs, decideRetry, retry } from './retry.ts';

const policy = { attempts: 3, minDelayMs: 250, maxDelayMs: 8000, maxServerDelayMs: 30_000 };

/** Runs the loop with outcomes and decisions that are made up in advance; waits take no time. */
async function run(
  outcomes: (string | Error)[],
  decisions: Record<string, Decision>,
): Promise<{ result: unknown; attempts: number; waits: number[] }> {
  const waits: number[] = [];
  let attempts = 0;
  const attempt = async (): Promise<string> => {
    const outcome = outcomes[attempts++];
    if (outcome instanceof Error) throw outcome;
    return outcome ?? 'none left';
  };
  const result: unknown = await retry(
    attempt,
    (outcome) => decisions[outcome] ?? 'final',
    async (ms) => void waits.push(ms),
  ).catch((error: unknown) => error);
  return { result, attempts, waits };
}

describe('the retry loop', () => {
  test('resolves to the first outcome that is final', async () => {
    const outcomes = ['busy', 'busy', 'good', 'never asked for'];
    expect(await run(outcomes, { busy: { waitMs: 7 } })).toEqual({
      result: 'good',
      attempts: 3,
      waits: [7, 7],
    });
  });

  test('tries again at once if there is nothing to wait for', async () => {
    expect(await run(['again', 'good'], { again: { waitMs: 0 } })).toEqual({
      result: 'good',
      attempts: 2,
      waits: [],
    });
  });

  test('ends with the error of an attempt that throws', async () => {
    const error = new Error('no credential');
    expect(await run(['busy', error, 'good'], { busy: { waitMs: 1 } })).toMatchObject({
      result: error,
      attempts: 2,
    });
  });

  test('ends with the error of a wait that is interrupted', async () => {
    const reason = new Error('aborted');
    const call = retry(
      async () => 'busy',
      () => ({ waitMs: 1 }),
      async () => {
        throw reason;
      },
    );
    await expect(call).rejects.toBe(reason);
  });
});

describe('the decision about a failed attempt', () => {
  const minute = 60_000;

  test.each([
    ['one that cannot succeed later', { retryable: false }, 1, minute],
    ['the last attempt', { retryable: true }, 3, minute],
    ['a server that asks for too long a wait', { retryable: true, serverDelayMs: 30_001 }, 1, minute],
    ['a wait that would pass the deadline', { retryable: true, serverDelayMs: 5000 }, 1, 5000],
    ['a deadline that has passed', { retryable: true, serverDelayMs: 0 }, 1, 0],
  ])('%s is final', (_, failure, failedAttempts, remainingMs) => {
    expect(decideRetry(failure, failedAttempts, policy, remainingMs)).toBe('final');
  });

  test('the wait that the server asks for is kept exactly', () => {
    const failure = { retryable: true, serverDelayMs: 30_000 };
    expect(decideRetry(failure, 2, policy, minute)).toEqual({ waitMs: 30_000 });
  });

  test('without a wait from the server it is the backoff', () => {
    const decision = decideRetry({ retryable: true }, 1, policy, minute);
    expect(decision).toEqual({ waitMs: expect.any(Number) as number });
  });
});

test('the backoff is anything from 0 to a bound that doubles up to the maximum', () => {
  for (const [failed, bound] of [
    [1, 250],
    [2, 500],
    [3, 1000],
    [6, 8000],
    [60, 8000],
  ] as const) {
    const waits = Array.from({ length: 200 }, () => backoffMs(failed, policy));
    expect(Math.max(...waits)).toBeLessThanOrEqual(bound);
    expect(Math.max(...waits)).toBeGreaterThan(bound / 2);
    expect(Math.min(...waits)).toBeLessThan(bound / 2);
  }
});

import { describe, expect, test } from 'vitest';
import { createPace } from './pace.ts';

/** A pace on a clock that the test sets. */
function paceAt(): {
  pace: ReturnType<typeof createPace>;
  clock: { now: number };
  allow: (left: number, seconds: number) => void;
} {
  const clock = { now: 1000 };
  const pace = createPace(() => clock.now);
  const allow = (left: number, seconds: number): void => {
    pace.start();
    pace.end({ remaining: left, resetMs: seconds * 1000 });
  };
  return { pace, clock, allow };
}

describe('pace', () => {
  test('nothing waits before the server has named a limit, nor while plenty is left', () => {
    const { pace, allow } = paceAt();
    expect([pace.book(), pace.book()]).toEqual([0, 0]);
    allow(100, 60);
    expect([pace.book(), pace.book()]).toEqual([0, 0]);
  });

  test('the last requests are spread over the window, and concurrent calls get different slots', () => {
    const { pace, allow } = paceAt();
    allow(10, 60);
    const waits = Array.from({ length: 10 }, () => pace.book());
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(new Set(waits).size).toBe(10);
    expect(waits[0]).toBeGreaterThan(5000);
    expect(waits.at(-1)).toBe(60_000);
  });

  test('a used-up budget waits for the next window, which is full again', () => {
    const { pace, clock, allow } = paceAt();
    allow(0, 30);
    expect(pace.book()).toBe(30_000);
    clock.now += 30_000;
    expect(pace.book()).toBe(0);
  });

  test('requests in flight count against what is left', () => {
    const { pace, allow } = paceAt();
    for (let call = 0; call < 15; call++) pace.start();
    allow(30, 60);
    expect(pace.book()).toBeGreaterThan(0);
  });

  test('a response that was overtaken does not raise the budget', () => {
    const { pace, allow } = paceAt();
    allow(5, 60);
    allow(50, 60);
    expect(pace.book()).toBeGreaterThan(0);
  });

  test('a response that says nothing about the limit changes nothing', () => {
    const { pace } = paceAt();
    pace.start();
    pace.end(undefined);
    expect(pace.book()).toBe(0);
  });
});

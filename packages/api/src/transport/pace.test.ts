import { describe, expect, test } from 'vitest';
import { createPace } from './pace.ts';

/** A pace on a clock that the test turns. */
function paceAt(): {
  pace: ReturnType<typeof createPace>;
  clock: { now: number };
  told: (left: number, seconds: number) => void;
} {
  const clock = { now: 1000 };
  const pace = createPace(() => clock.now);
  const told = (left: number, seconds: number): void => {
    pace.start();
    pace.end(new Headers({ 'x-ratelimit-remaining': String(left), 'x-ratelimit-reset': String(seconds) }));
  };
  return { pace, clock, told };
}

describe('pace', () => {
  test('nothing waits before the server has told a limit, nor while plenty is left', () => {
    const { pace, told } = paceAt();
    expect([pace.book(), pace.book()]).toEqual([0, 0]);
    told(100, 60);
    expect([pace.book(), pace.book()]).toEqual([0, 0]);
  });

  test('the last requests are spread over the window, and concurrent calls get different slots', () => {
    const { pace, told } = paceAt();
    told(10, 60);
    const waits = Array.from({ length: 10 }, () => pace.book());
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(new Set(waits).size).toBe(10);
    expect(waits[0]).toBeGreaterThan(5000);
    expect(waits.at(-1)).toBe(60_000);
  });

  test('what is quite spent waits for the next window, which is free again', () => {
    const { pace, clock, told } = paceAt();
    told(0, 30);
    expect(pace.book()).toBe(30_000);
    clock.now += 30_000;
    expect(pace.book()).toBe(0);
  });

  test('requests under way count against what is left', () => {
    const { pace, told } = paceAt();
    for (let call = 0; call < 15; call++) pace.start();
    told(30, 60);
    expect(pace.book()).toBeGreaterThan(0);
  });

  test('an answer that was overtaken gives nothing back', () => {
    const { pace, told } = paceAt();
    told(5, 60);
    told(50, 60);
    expect(pace.book()).toBeGreaterThan(0);
  });

  test('headers that make no sense are not believed', () => {
    const { pace } = paceAt();
    for (const headers of [
      {},
      { 'x-ratelimit-remaining': '-1', 'x-ratelimit-reset': '60' },
      { 'x-ratelimit-remaining': '0' },
    ]) {
      pace.start();
      pace.end(new Headers(headers));
    }
    pace.start();
    pace.end(undefined);
    expect(pace.book()).toBe(0);
  });
});

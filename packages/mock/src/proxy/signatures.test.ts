import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { createSignatures, signatureOf, type Signature } from './signatures.ts';

// The clocks alone: everything else goes on as ever.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'performance'] }));
afterEach(() => void vi.useRealTimers());

function token(expiresInMs: number, from = Date.now()): string {
  const claims = JSON.stringify({ exp: (from + expiresInMs) / 1000 });
  return `header.${Buffer.from(claims).toString('base64url')}.signature`;
}

function now(offsetMs = 0): string {
  return new Date(Date.now() + offsetMs).toUTCString();
}

test.each<[string, () => string, () => string | null, number]>([
  ["a portal's token", () => token(300_000), now, 240_000],
  ['a short one', () => token(10_000), now, 8_000],
  ['one that says an hour', () => token(3_600_000), now, 240_000],
  ['one without a Date beside it', () => token(300_000), () => null, 240_000],
  [
    'one of a server whose clock is an hour ahead',
    () => token(300_000, Date.now() + 3_600_000),
    () => now(3_600_000),
    240_000,
  ],
  ['one that is over already', () => token(-1000), now, 48_000],
  ['one that says nothing', () => 'a.b.c', now, 48_000],
])('%s is used for less than its life', async (_, value, date, usedMs) => {
  vi.setSystemTime('2026-06-01T12:00:00Z');
  const exchange = vi.fn<() => Promise<Signature>>(async () => signatureOf(value(), date()));
  const signatures = createSignatures(exchange);
  await signatures.current();
  vi.advanceTimersByTime(usedMs - 1);
  await signatures.current();
  expect(exchange).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  await signatures.current();
  expect(exchange).toHaveBeenCalledTimes(2);
});

test('a late refusal of an older signature does not cost the newer one', async () => {
  const exchange = vi.fn<() => Promise<Signature>>(async () => signatureOf(token(300_000), null));
  const signatures = createSignatures(exchange);
  const old = await signatures.current();
  const renewed = await signatures.renew(old);
  expect(await signatures.renew(old)).toBe(renewed);
  expect(exchange).toHaveBeenCalledTimes(2);
});

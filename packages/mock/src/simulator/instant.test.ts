import { expect, test } from 'vitest';

import { formatInstant, instantKey } from './instant.ts';

test('instants are ordered to the nanosecond, with any offset and number of digits', () => {
  const ordered = [
    '1969-07-20T20:17:40Z',
    '2025-12-09T01:15:30.048377+08:00',
    '2025-12-08T17:15:30.048378Z',
    '2025-12-08T17:15:30.1Z',
    '2025-12-08T17:15:30.100000001Z',
    '2025-12-08T17:15:31Z',
  ];
  expect(
    ordered.toSorted((one, other) => (instantKey(one) ?? '').localeCompare(instantKey(other) ?? '')),
  ).toEqual(ordered);
  expect(instantKey('2026-01-01T00:00:00Z')).toBe(instantKey('2026-01-01T02:00:00.000+02:00'));
});

test.each([
  '',
  '2026-01-01',
  '2026-01-01T00:00:00',
  '1767225600',
  '2026-13-01T00:00:00Z',
  '2026-01-01T00:00:00 02:00',
])('%o is no instant', (text) => {
  expect(instantKey(text)).toBeUndefined();
});

test('an instant is written with microseconds', () => {
  expect(formatInstant(Date.UTC(2026, 0, 1), 7)).toBe('2026-01-01T00:00:00.000007Z');
});

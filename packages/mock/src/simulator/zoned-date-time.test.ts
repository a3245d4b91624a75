import fc from 'fast-check';
import { expect, test } from 'vitest';

import { formatInstant, parseZonedDateTime, toMicroseconds } from './zoned-date-time.ts';

function instantOf(text: string): bigint | undefined {
  return parseZonedDateTime(text)?.nanoseconds;
}

test('instants are ordered to the nanosecond, with any offset and number of digits', () => {
  const ordered = [
    '-0001-12-31T00:00:00Z',
    '1969-07-20T20:17:40Z',
    '2025-12-09T01:15:30.048377+08:00',
    '2025-12-08T17:15:30.048378Z',
    '2025-12-08T17:15:30.1Z',
    '2025-12-08T17:15:30.100000001Z',
    '2025-12-08T17:15:31Z',
    '+10000-01-01T00:00:00Z',
    '+999999999-12-31T23:59:59.999999999-18:00',
  ];
  const instants = ordered.map(instantOf);
  expect(instants.toSorted((one = 0n, other = 0n) => (one < other ? -1 : 1))).toEqual(instants);
  expect(new Set(instants).size).toBe(ordered.length);
});

test.each([
  ['no seconds', '2026-05-16T09:42Z', '2026-05-16T09:42:00Z'],
  ['lower case', '2026-05-16t09:42:17z', '2026-05-16T09:42:17Z'],
  ['an offset', '2026-05-16T17:42:17+08:00', '2026-05-16T09:42:17Z'],
  ['an offset with seconds', '2026-05-16T17:42:18+08:00:01', '2026-05-16T09:42:17Z'],
  ['a zone', '2026-05-16T09:42:17Z[UTC]', '2026-05-16T09:42:17Z'],
  ['a zone with a name', '2026-05-16T11:42:17+02:00[Europe/Paris]', '2026-05-16T09:42:17Z'],
  ['29 February of a leap year', '2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
])('%s is read: %s', (_, text, same) => {
  expect(instantOf(text)).toBeDefined();
  expect(instantOf(text)).toBe(instantOf(same));
});

test.each([
  '',
  '2026-05-16',
  '2026-05-16T09:42:17',
  '1779000000000',
  '2026-05-16T09:42:17 00:00',
  ' 2026-05-16T09:42:17Z',
  '2026-05-16T24:00:00Z',
  '2026-02-30T00:00:00Z',
  '2023-02-29T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-05-16T09:42:60Z',
  '2026-05-16T09:42:17.1234567890Z',
  '2026-05-16T09:42:17+08',
  '2026-05-16T09:42:17+18:01',
  '2026-05-16T09:42:17Z[Mars/Phobos]',
  '10000-01-01T00:00:00Z',
])('%o is not read', (text) => {
  expect(parseZonedDateTime(text)).toBeUndefined();
});

test.each([
  ['2026-04-01T12:00:00Z', '2026-04-01T12:00Z'],
  ['2026-04-01T12:00:05.000Z', '2026-04-01T12:00:05Z'],
  ['2026-04-01T12:00:05.100Z', '2026-04-01T12:00:05.100Z'],
  ['2026-04-01T12:00:00.1Z', '2026-04-01T12:00:00.100Z'],
  ['2026-04-01T12:00:05.000100Z[UTC]', '2026-04-01T12:00:05.000100Z[UTC]'],
  ['2026-04-01T12:00:05.123456789+00:01', '2026-04-01T12:00:05.123456789+00:01'],
  ['2026-04-01T12:00:05+00:00', '2026-04-01T12:00:05Z'],
  ['+10000-01-01T00:00Z', '+10000-01-01T00:00Z'],
])('Java writes %s as %s', (text, written) => {
  expect(parseZonedDateTime(text)?.text).toBe(written);
});

test('every instant of a Date is read as the Date has it, and is written without trailing zeros', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date(0), max: new Date(253_402_300_799_999), noInvalidDate: true }),
      (date) => {
        const nanoseconds = instantOf(date.toISOString()) ?? 0n;
        expect(nanoseconds).toBe(BigInt(date.getTime()) * 1_000_000n);
        expect(Date.parse(formatInstant(nanoseconds))).toBe(date.getTime());
        expect(formatInstant(nanoseconds)).not.toMatch(/\.\d*0Z$|\.Z$/u);
      },
    ),
  );
});

test('nanoseconds are rounded half up to microseconds, before 1970 too', () => {
  expect([1499n, 1500n, -1500n, -1501n].map(toMicroseconds)).toEqual([1n, 2n, -1n, -2n]);
});

/**
 * Arithmetic with the dates of a list, in whole nanoseconds: a portal has up to nine digits, and Date cuts to milliseconds.
 */

/** An ISO date-time with `Z` or an offset, as a portal writes and accepts it. Seconds and the zone's name may be missing. */
const pattern =
  /^([+-]?\d{4,9})(-\d\d-\d\dT\d\d:\d\d)(:\d\d)?(?:\.(\d{1,9}))?(?:Z|([+-])(0\d|1[0-8]):([0-5]\d))(?:\[.*\])?$/i;

const nanosPerMs = 1_000_000n;
const nanosPerMinute = 60_000n * nanosPerMs;
/** The calendar repeats every 400 years, which is a whole number of days. So Date can count in the years 2000 to 2399. */
const nanosPerCycle = 146_097n * 1440n * nanosPerMinute;
const startOfCycle = BigInt(Date.UTC(2000)) * nanosPerMs;

/** A date in nanoseconds since 1970; undefined if it cannot be read. */
function nanosOf(date: string): bigint | undefined {
  const [, years, rest = '', seconds = ':00', fraction = '', sign, hours, minutes] = pattern.exec(date) ?? [];
  const year = Number(years);
  const yearInCycle = 2000 + (((year % 400) + 400) % 400);
  const text = yearInCycle + rest.toUpperCase() + seconds;
  const ms = Date.parse(`${text}Z`);
  // Date turns the 30th of February into a day of March, and 24:00 into the next day. A portal refuses both.
  if (!new Date(ms).toJSON()?.startsWith(text)) return undefined;
  const offset = sign ? Number(sign + hours) * 60 + Number(sign + minutes) : 0;
  return (
    BigInt((year - yearInCycle) / 400) * nanosPerCycle +
    BigInt(ms) * nanosPerMs +
    BigInt(fraction.padEnd(9, '0')) -
    BigInt(offset) * nanosPerMinute
  );
}

/** Date and time of a moment in UTC without the zone, with this many digits after the second. */
function localTime(nanos: bigint, digits: number): string {
  const sinceStart = nanos - startOfCycle;
  const rest = ((sinceStart % nanosPerCycle) + nanosPerCycle) % nanosPerCycle;
  const date = new Date(Number((startOfCycle + rest) / nanosPerMs));
  const year = date.getUTCFullYear() + Number((sinceStart - rest) / nanosPerCycle) * 400;
  const sign = year < 0 ? '-' : year > 9999 ? '+' : '';
  const fraction = String(rest % 1_000_000_000n)
    .padStart(9, '0')
    .slice(0, digits);
  const time = date.toISOString().slice(4, 19);
  return `${sign}${String(Math.abs(year)).padStart(4, '0')}${time}${fraction && `.${fraction}`}`;
}

/**
 * The date one microsecond later, written with the offset of one minute and nine digits. A portal that compares moments
 * takes it for the very next microsecond; one that compares texts, for a text above all dates of that minute. Undefined if
 * the date cannot be read.
 */
export function justAfter(date: string): string | undefined {
  const nanos = nanosOf(date);
  return nanos === undefined ? undefined : `${localTime(nanos + nanosPerMinute + 1000n, 9)}+00:01`;
}

/** The date as the cloud's store keeps it: in UTC and with the zone's name. Undefined if the date cannot be read. */
export function withZoneName(date: string): string | undefined {
  const nanos = nanosOf(date);
  if (nanos === undefined) return undefined;
  const [, inUtc] = /^(.*)Z(?:\[.*)?$/i.exec(date) ?? [];
  return `${inUtc ?? localTime(nanos, /\.(\d+)/.exec(date)?.[1]?.length ?? 0)}Z[UTC]`;
}

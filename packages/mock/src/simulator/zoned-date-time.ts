/** A date-time as the identity service reads it from a query: Java's ISO form, with an offset and perhaps a zone. */
export interface ZonedDateTime {
  /** Since 1970. */
  readonly nanoseconds: bigint;
  readonly year: number;
  /** As Java writes it: no seconds if they are zero, and 3, 6 or 9 digits of a fraction or none. */
  readonly text: string;
}

const FORM =
  /^(?<year>\d{4}|-\d{4}|[+-]\d{5,9})-(?<month>\d\d)-(?<day>\d\d)T(?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d)(?::(?<second>[0-5]\d)(?:\.(?<fraction>\d{0,9}))?)?(?<offset>Z|[+-](?:0\d|1[0-7]):[0-5]\d(?::[0-5]\d)?|[+-]18:00)(?:\[(?<zone>[^\]]+)\])?$/iu;
const SECOND = 1_000_000_000n;
const DAY_S = 86_400n;

/** Undefined where the service fails to read it: no offset, a day that no month has, an unknown zone, other text. */
export function parseZonedDateTime(text: string): ZonedDateTime | undefined {
  const parts = FORM.exec(text)?.groups;
  if (parts === undefined) return undefined;
  const { hour = '', minute = '', second = '00', fraction = '', zone } = parts;
  const [year, month, day] = [Number(parts['year']), Number(parts['month']), Number(parts['day'])];
  if (month < 1 || month > 12 || day < 1 || day > daysOfMonth(year, month)) return undefined;
  if (zone !== undefined && !isZone(zone)) return undefined;
  const offset = readOffset(parts['offset'] ?? '');
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second) - offset.seconds;
  const nanos = fraction.padEnd(9, '0');
  return {
    nanoseconds: (BigInt(daysSince1970(year, month, day)) * DAY_S + BigInt(seconds)) * SECOND + BigInt(nanos),
    year,
    text: `${javaYear(year)}-${two(month)}-${two(day)}T${hour}:${minute}${javaSeconds(second, nanos)}${offset.text}${javaZone(zone)}`,
  };
}

/** The text of an instant in UTC as the service writes it into JSON: trailing zeros are dropped. */
export function formatInstant(nanoseconds: bigint): string {
  const [seconds, nanos] = splitSeconds(nanoseconds);
  const fraction = nanos.replace(/0+$/u, '');
  const text = new Date(Number(seconds) * 1000).toISOString().replace(/\.\d+Z$/u, '');
  return `${text}${fraction === '' ? '' : `.${fraction}`}Z`;
}

/** Rounded half up. */
export function toMicroseconds(nanoseconds: bigint): bigint {
  return floorDivide(nanoseconds + 500n, 1000n);
}

/** Division that rounds down, below zero too. */
function floorDivide(value: bigint, by: bigint): bigint {
  return (value - (((value % by) + by) % by)) / by;
}

function splitSeconds(nanoseconds: bigint): [seconds: bigint, nanos: string] {
  const seconds = floorDivide(nanoseconds, SECOND);
  return [seconds, String(nanoseconds - seconds * SECOND).padStart(9, '0')];
}

function daysOfMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** Days of the proleptic Gregorian calendar; a Date ends at the year 275,760. */
function daysSince1970(year: number, month: number, day: number): number {
  // Counted from 1 March, so that the day that leap years add is the last of a year.
  const years = month > 2 ? year : year - 1;
  const months = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leapDays + Math.floor((153 * months + 2) / 5) + day - 719_469;
}

function readOffset(text: string): { seconds: number; text: string } {
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(1).split(':').map(Number);
  const total = (hours * 60 + minutes) * 60 + seconds;
  if (total === 0 || Number.isNaN(total)) return { seconds: 0, text: 'Z' };
  return { seconds: text.startsWith('-') ? -total : total, text: text.replace(/(:\d\d):00$/u, '$1') };
}

function isZone(zone: string): boolean {
  if (/^(?:z|(?:UTC|GMT|UT)(?:[+-]\d\d:\d\d)?|[+-]\d\d:\d\d)$/iu.test(zone)) return true;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** A zone that is only an offset is not written. */
function javaZone(zone: string | undefined): string {
  return zone === undefined || /^(?:z|[+-].*)$/iu.test(zone) ? '' : `[${zone}]`;
}

function javaYear(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  return year < 0 ? `-${digits}` : year > 9999 ? `+${digits}` : digits;
}

function javaSeconds(second: string, nanos: string): string {
  const groups = nanos.replace(/(?:000){1,3}$/u, '');
  if (groups === '') return second === '00' ? '' : `:${second}`;
  return `:${second}.${groups}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

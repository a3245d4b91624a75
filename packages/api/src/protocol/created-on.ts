/** Arithmetic with the dates of a list: a portal has up to nine digits after the second, and Date cuts to milliseconds. */

/** An ISO date-time with `Z` or an offset, as a portal writes and accepts it. Seconds and the zone's name may be missing. */
const pattern =
  /^([+-]?)(\d{4,5})(-\d\d-\d\dT\d\d:\d\d)(:\d\d)?(?:\.(\d{1,9}))?(Z|[+-](?:0\d|1[0-8]):[0-5]\d)(?:\[.*\])?$/i;

/** The whole second of a date in milliseconds since 1970, and the digits after it; undefined if the date cannot be read. */
function read(date: string): { ms: number; fraction: string } | undefined {
  const [, sign, year = '', rest, seconds = ':00', fraction = '', zone] = pattern.exec(date) ?? [];
  // Date wants six digits after a sign.
  const local = `${sign ? sign + year.padStart(6, '0') : year}${rest}${seconds}`.toUpperCase();
  const isReal = new Date(`${local}Z`).toJSON()?.startsWith(local);
  // Date turns the 30th of February into a day of March, and 24:00 into the next day. A portal refuses both.
  return isReal ? { ms: Date.parse(`${local}${zone}`.toUpperCase()), fraction } : undefined;
}

/** Date and time in UTC without the zone, as a portal writes them. */
function localTime(ms: number, fraction: string): string {
  const text = new Date(ms).toISOString().replace('.000Z', '');
  return text.replace(/^([+-])0*(?=\d{4})/, '$1') + (fraction && `.${fraction}`);
}

/**
 * The date one microsecond later, written with the offset of one minute and nine digits. A portal that compares moments
 * takes it for the very next microsecond; one that compares texts, for a text above all dates of that minute. Undefined if
 * the date cannot be read.
 */
export function justAfter(date: string): string | undefined {
  const moment = read(date);
  if (!moment) return undefined;
  // The digit in front is carried over into the seconds.
  const nanos = String(1e9 + Number(moment.fraction.padEnd(9, '0')) + 1000);
  const ms = moment.ms + 60_000 + (nanos.startsWith('2') ? 1000 : 0);
  return `${localTime(ms, nanos.slice(1))}+00:01`;
}

/** The date as the cloud's store keeps it: in UTC and with the zone's name. Undefined if the date cannot be read. */
export function withZoneName(date: string): string | undefined {
  const moment = read(date);
  const inUtc = date.replace(/Z(?:\[.*)?$/i, '');
  return moment && `${inUtc === date ? localTime(moment.ms, moment.fraction) : inUtc}Z[UTC]`;
}

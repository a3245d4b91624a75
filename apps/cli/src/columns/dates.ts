/** A date or a moment of ISO 8601; without a zone it is UTC, and a day is its midnight. */
const moment =
  /^(?<day>[+-]?\d{4,6}-\d\d-\d\d)(?:[T ](?<time>\d\d:\d\d(?::\d\d)?)(?:\.(?<fraction>\d{1,9}))?(?<zone>Z|[+-]\d\d:\d\d)?)?$/iu;

/** A moment in nanoseconds since 1970, since portals write up to nine digits after the second. */
export function nanosecondsOf(text: string): bigint | undefined {
  const { day, time = '00:00', fraction = '', zone = 'Z' } = moment.exec(text.trim())?.groups ?? {};
  const milliseconds = Date.parse(`${day}T${time}${zone.toUpperCase()}`);
  if (Number.isNaN(milliseconds)) return undefined;
  return BigInt(milliseconds) * 1_000_000n + BigInt(fraction.padEnd(9, '0'));
}

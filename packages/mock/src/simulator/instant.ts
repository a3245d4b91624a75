/**
 * A key that sorts date-times with an offset by the instants that they name, to the nanosecond: a Date would cut off
 * what follows the milliseconds. Undefined if the text is no such date-time.
 */
export function instantKey(text: string): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/u.exec(text);
  const [, seconds = '', fraction = '', offset = ''] = match ?? [];
  const time = Date.parse(seconds + offset);
  if (match === null || Number.isNaN(time)) return undefined;
  // Shifted, so that no instant of a four-digit year is negative.
  const moved = time / 1000 + 100_000_000_000;
  return `${String(moved).padStart(12, '0')}.${fraction.padEnd(9, '0')}`;
}

/** An instant as portals write it, with microseconds. */
export function formatInstant(milliseconds: number, microseconds: number): string {
  const text = new Date(milliseconds).toISOString();
  return `${text.slice(0, -1)}${String(microseconds).padStart(3, '0')}Z`;
}

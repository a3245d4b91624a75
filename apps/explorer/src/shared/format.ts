const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

/** The day of a date that a server sent; the text itself if it is no date. */
export function formatDay(date: string): string {
  return format(day, date);
}

/** Day and time in the reader's time zone. */
export function formatMoment(date: string): string {
  return format(moment, date);
}

function format(formatter: Intl.DateTimeFormat, date: string): string {
  const time = Date.parse(date);
  return Number.isNaN(time) ? date : formatter.format(time);
}

/** `1 client`, `7 clients`, `10,007 clients`. */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}

export function seconds(milliseconds: number): string {
  return `${Math.max(0, Math.ceil(milliseconds / 1000)).toLocaleString('en')} s`;
}

import { clean } from './text.ts';

/** A field's value as one line; a picture in a data URL is shown as its type and size. */
export function oneLine(value: unknown): string {
  if (value === null || value === undefined) return '-';
  if (typeof value === 'string') return clean(describeDataUrl(value) ?? value);
  if (Array.isArray(value)) return value.length === 0 ? '-' : value.map(oneLine).join(', ');
  return clean(JSON.stringify(value));
}

/** The media type and size of a base64 data URL, such as `image/png, 3.1 kB`; undefined for any other text. */
export function describeDataUrl(text: string): string | undefined {
  const [, type, data] = /^data:([\w.+-]+\/[\w.+-]+);base64,([A-Za-z\d+/]*)={0,2}$/u.exec(text) ?? [];
  if (type === undefined || data === undefined) return undefined;
  const bytes = Math.floor((data.length * 3) / 4);
  return `${type}, ${bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`}`;
}

import { clean, cut, pad, widest } from './terminal-text.ts';

const CELL_WIDTH = 40;
const VALUE_WIDTH = 500;
const GAP = '  ';

/** The columns of a list; one that no row has is left out. */
const columns = ['client_id', 'name', 'enabled', 'is_public', 'created_on'];

type Fields = Readonly<Record<string, unknown>>;

/** Rows under their headings, aligned. */
export function table(rows: readonly object[]): string[] {
  const records: Fields[] = rows.map((row) => ({ ...row }));
  const shown = columns.filter((column) => records.some((record) => record[column] !== undefined));
  const cells = shown.map((column) => [
    column,
    ...records.map((record) => cut(oneLine(record[column]), CELL_WIDTH)),
  ]);
  const widths = cells.map(widest);
  const line = (index: number): string =>
    cells
      .map((cell, column) => pad(cell[index] ?? '', widths[column] ?? 0))
      .join(GAP)
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join(GAP);
  const [heading = '', ...body] = [undefined, ...records].map((_, index) => line(index));
  return [heading, rule, ...body];
}

/** One field per line, a list's items below each other. */
export function fieldList(record: object): string[] {
  const fields = Object.entries(record).map(([name, value]: [string, unknown]) => ({
    name: clean(name),
    value,
  }));
  const width = widest(fields.map(({ name }) => name));
  return fields.flatMap(({ name, value }) => {
    const items: unknown[] = Array.isArray(value) && value.length > 0 ? value : [value];
    return items.map((item, index) => {
      const text = cut(oneLine(item), VALUE_WIDTH);
      return `${pad(index === 0 ? name : '', width)}${GAP}${text}`.trimEnd();
    });
  });
}

function oneLine(value: unknown): string {
  if (value === null || value === undefined) return '-';
  if (typeof value === 'string') return clean(logo(value) ?? value);
  if (Array.isArray(value)) return value.length === 0 ? '-' : value.map(oneLine).join(', ');
  return clean(JSON.stringify(value));
}

/** A picture in a data URL as its type and size. */
function logo(text: string): string | undefined {
  const [, type, data] = /^data:([\w.+-]+\/[\w.+-]+);base64,([A-Za-z\d+/]*)={0,2}$/u.exec(text) ?? [];
  if (type === undefined || data === undefined) return undefined;
  const bytes = Math.floor((data.length * 3) / 4);
  return `${type}, ${bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`}`;
}

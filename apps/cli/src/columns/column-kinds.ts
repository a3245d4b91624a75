import type { TableColumn } from '@docspace-oauth/terminal/table-layout';
import { describeDataUrl, oneLine } from '@docspace-oauth/terminal/value';

import type { Column, ColumnKind, ListedClient } from './columns.ts';

/** How each kind of column looks in a table. */
const widths: Readonly<Record<ColumnKind, Omit<TableColumn, 'heading'>>> = {
  id: { min: 36 },
  text: { min: 10 },
  boolean: { max: 12 },
  // A date becomes a day where there is no room for its time.
  date: {
    min: 10,
    shorten: (text, width) => (text.length > width ? text.slice(0, Math.min(10, width)) : text),
  },
  list: { min: 12, max: 60 },
  number: { max: 12 },
  logo: { min: 10 },
};

export function tableColumn({ name, kind }: Column): TableColumn {
  return { heading: name, ...widths[kind] };
}

/** A value for a table of people. */
export function shownText(column: Column, client: ListedClient): string {
  return oneLine(client[column.name]);
}

/** A value for CSV: a missing one is empty, and the items of a list stand between spaces, which none of them contains. */
export function plainText({ name }: Column, client: ListedClient): string {
  const value = client[name];
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((item) => textOf(item)).join(' ');
  return textOf(value);
}

/** A single value as text; a picture is its type and size. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? (describeDataUrl(value) ?? value) : JSON.stringify(value);
}

import { UsageError } from '@docspace-oauth/terminal/usage-error';

import { plainText } from './column-kinds.ts';
import { findColumn, type Column, type ListedClient } from './columns.ts';
import { nanosecondsOf } from './dates.ts';
import { unknownColumn } from './filter.ts';

export interface Order {
  readonly column: Column;
  readonly compare: (a: ListedClient, b: ListedClient) => number;
}

/** Texts as people sort them, the same on every machine: the root locale. */
const { compare: compareTexts } = new Intl.Collator('und', { numeric: true });

/** Reads what `--sort` says: a column, and `:desc` for the other direction. */
export function parseOrder(text: string): Order {
  const [name = '', direction = 'asc', ...rest] = text.trim().split(':');
  const column = findColumn(name);
  if (column === undefined) throw unknownColumn('--sort');
  if ((direction !== 'asc' && direction !== 'desc') || rest.length > 0) {
    throw new UsageError(
      '--sort takes a column and asc or desc.',
      'Such as --sort name or --sort created_on:desc.',
    );
  }
  const sign = direction === 'asc' ? 1 : -1;
  const ascending = comparison(column);
  return { column, compare: (a, b) => sign * ascending(a, b) };
}

function comparison(column: Column): Order['compare'] {
  const text = (client: ListedClient): string => plainText(column, client);
  if (column.kind !== 'date') return (a, b) => compareTexts(text(a), text(b));
  return (a, b) => {
    const [first, second] = [nanosecondsOf(text(a)) ?? 0n, nanosecondsOf(text(b)) ?? 0n];
    return first < second ? -1 : first > second ? 1 : 0;
  };
}

import { UsageError } from '@docspace-oauth/terminal/usage-error';

import { columnNames, findColumn, type Column, type ListedClient } from './columns.ts';
import { textOf } from './column-kinds.ts';
import { nanosecondsOf } from './dates.ts';

type Operator = '=' | '!=' | '<' | '>' | '~';

export interface Filter {
  readonly column: Column;
  readonly matches: (client: ListedClient) => boolean;
}

/** Reads what `--filter` says, such as `scope=files:write` or `created<2025-01-01`. */
export function parseFilter(text: string): Filter {
  const [, name, operator, value] = /^\s*(\w+)\s*(!=|=|<|>|~)(.*)$/su.exec(text) ?? [];
  if (name === undefined || operator === undefined || value === undefined) {
    throw new UsageError(
      'A filter is a column, one of = != < > ~ and a value.',
      "Such as --filter 'scope=files:write' or --filter 'created<2025-01-01'.",
    );
  }
  const column = findColumn(name);
  if (column === undefined) throw unknownColumn('--filter');
  return { column, matches: matcher(column, operator as Operator, value.trim()) };
}

export function unknownColumn(option: string): UsageError {
  return new UsageError(`${option} names an unknown column.`, `Columns: ${columnNames.join(', ')}.`);
}

function matcher(column: Column, operator: Operator, value: string): Filter['matches'] {
  switch (operator) {
    case '<':
    case '>':
      return ordered(column, operator, value);
    case '~':
      return containing(column, value);
    case '=':
      return equal(column, value);
    default: {
      const isEqual = equal(column, value);
      return (client) => !isEqual(client);
    }
  }
}

function containing(column: Column, value: string): Filter['matches'] {
  const part = value.toLowerCase();
  return (client) => items(column, client).some((item) => textOf(item).toLowerCase().includes(part));
}

function equal(column: Column, value: string): Filter['matches'] {
  if (value === '') return (client) => items(column, client).length === 0;
  if (column.kind === 'boolean' && value !== 'true' && value !== 'false') {
    throw new UsageError(`--filter compares ${column.name} with true or false.`);
  }
  if (column.kind === 'date') {
    const wanted = momentOf(column, value);
    return (client) => items(column, client).some((item) => nanosecondsOf(textOf(item)) === wanted);
  }
  return (client) => items(column, client).some((item) => textOf(item) === value);
}

function ordered(column: Column, operator: '<' | '>', value: string): Filter['matches'] {
  const wanted = orderOf(column, value);
  return (client) =>
    items(column, client).some((item) => {
      const order = column.kind === 'date' ? nanosecondsOf(textOf(item)) : Number(item);
      return order !== undefined && (operator === '<' ? order < wanted : order > wanted);
    });
}

function orderOf(column: Column, value: string): bigint | number {
  if (column.kind === 'date') return momentOf(column, value);
  const number = Number(value);
  if (column.kind === 'number' && value !== '' && Number.isFinite(number)) return number;
  throw new UsageError(
    column.kind === 'number'
      ? `--filter compares ${column.name} with a number.`
      : '< and > are for dates and numbers.',
    'The other operators are =, != and ~.',
  );
}

function momentOf({ name }: Column, value: string): bigint {
  const moment = nanosecondsOf(value);
  if (moment !== undefined) return moment;
  throw new UsageError(`--filter compares ${name} with a date.`, 'Such as 2025-01-01 or 2025-01-01T09:30Z.');
}

/** The values of a field: none, one, or those of a list. */
function items({ name }: Column, client: ListedClient): readonly unknown[] {
  const value = client[name];
  if (value === undefined || value === null || value === '') return [];
  return Array.isArray(value) ? value : [value];
}

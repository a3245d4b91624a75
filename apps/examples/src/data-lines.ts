import { fieldList, table } from './table.ts';

/** The result of a call for people: a page or a bulk answer as a table, one client as a list of its fields. */
export function dataLines(result: object): string[] {
  if ('clients' in result && isList(result.clients)) {
    const more = 'next' in result && result.next !== null ? ', and more on the next page' : '';
    return [...rows(result.clients), `${count(result.clients)}${more}`];
  }
  if ('found' in result && isList(result.found)) return [...rows(result.found), count(result.found)];
  return fieldList(result);
}

function rows(clients: readonly object[]): string[] {
  return clients.length === 0 ? [] : [...table(clients), ''];
}

function count({ length }: readonly object[]): string {
  return length === 1 ? '1 client' : `${length} clients`;
}

function isList(value: unknown): value is object[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null);
}

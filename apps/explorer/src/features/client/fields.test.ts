import { expect, test } from 'vitest';

import { fieldsOf, type Column } from './fields.ts';

function column(record: object | undefined): Column {
  return { step: 2, operationId: 'getClient', record, failure: undefined, isLoading: false };
}

test('every field of any record has a row, the known ones first and in their order', () => {
  const fields = fieldsOf([
    column({ extra: 1, client_id: 'a', name: 'A' }),
    column({ name: 'A', tenant: 1 }),
  ]);
  expect(fields).toEqual([
    { name: 'name', values: ['A', 'A'] },
    { name: 'client_id', values: ['a', undefined] },
    { name: 'tenant', values: [undefined, 1] },
    { name: 'extra', values: [1, undefined] },
  ]);
});

test('null is a value, and a record that has not come has none', () => {
  expect(fieldsOf([column({ description: null }), column(undefined)])).toEqual([
    { name: 'description', values: [null, undefined] },
  ]);
});

test('a field of the server that is named like a method of objects is a field', () => {
  const record = JSON.parse('{"constructor": "x", "__proto__": "y"}') as object;
  expect(fieldsOf([column(record), column({})])).toEqual([
    { name: 'constructor', values: ['x', undefined] },
    { name: '__proto__', values: ['y', undefined] },
  ]);
});

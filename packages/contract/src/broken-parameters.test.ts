import { expect, test } from 'vitest';
import { brokenValues } from './broken-parameters.ts';

test('each constraint of a parameter is broken by a value of its own', () => {
  const schema = { type: 'integer', minimum: 1, maximum: 50, default: 30 };
  expect(brokenValues({ name: 'limit', in: 'query', required: true, schema })).toEqual([
    { constraint: 'required', value: undefined },
    { constraint: 'type', value: 'abc' },
    { constraint: 'minimum', value: '0' },
    { constraint: 'maximum', value: '51' },
  ]);
});

test('the constraints of a list and of its items are broken', () => {
  const schema = { type: 'array', maxItems: 1, items: { type: 'string', maxLength: 2 } };
  expect(brokenValues({ name: 'ids', in: 'query', schema })).toEqual([
    { constraint: 'maxItems', value: ['id-0', 'id-1'] },
    { constraint: 'items/maxLength', value: 'xxx' },
  ]);
});

test('a path parameter is never left out or empty, which would be another path', () => {
  const schema = { type: 'string', minLength: 1, pattern: '^[a-z]+$' };
  expect(brokenValues({ name: 'id', in: 'path', required: true, schema })).toEqual([
    { constraint: 'pattern', value: ' ' },
  ]);
});

test('a constraint without a known broken value is an error, so that no constraint is left out', () => {
  expect(() => brokenValues({ name: 'a', in: 'query', schema: { multipleOf: 5 } })).toThrow(
    'No value is known that breaks multipleOf',
  );
});

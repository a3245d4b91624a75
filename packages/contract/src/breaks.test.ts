import { expect, test } from 'vitest';
import { breaksOf } from './breaks.ts';

test('each constraint is broken once', () => {
  const schema = { type: 'integer', minimum: 1, maximum: 50, default: 30 };
  expect(breaksOf({ name: 'limit', in: 'query', required: true, schema })).toEqual([
    { constraint: 'required', value: undefined },
    { constraint: 'type', value: 'abc' },
    { constraint: 'minimum', value: '0' },
    { constraint: 'maximum', value: '51' },
  ]);
});

test('a constraint that nobody taught it to break is an error, not a gap', () => {
  expect(() => breaksOf({ name: 'a', in: 'query', schema: { multipleOf: 5 } })).toThrow(
    'multipleOf is unknown',
  );
});
